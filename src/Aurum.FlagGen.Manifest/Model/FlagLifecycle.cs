namespace Aurum.FlagGen;

/// <summary>Whether a flag still decides anything.</summary>
#if FLAGGEN_RUNTIME
public
#else
internal
#endif
enum FlagLifecycle
{
    /// <summary>The flag is evaluated. The default.</summary>
    Active,

    /// <summary>The flag always gives the value to keep and waits for its removal from the code.</summary>
    Retired,
}
