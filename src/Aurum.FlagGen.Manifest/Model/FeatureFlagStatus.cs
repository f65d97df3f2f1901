namespace Aurum.FlagGen;

/// <summary>Whether a flag is off, on, or on only for those whom a rule or a test names.</summary>
#if FLAGGEN_RUNTIME
public
#else
internal
#endif
enum FeatureFlagStatus
{
    /// <summary>Everybody gets the off value; rules and tests are not looked at. The default.</summary>
    Disabled,

    /// <summary>Rules and the test decide; whom none of them names gets the off value.</summary>
    Conditional,

    /// <summary>Rules and the test decide; whom none of them names gets the default value.</summary>
    Enabled,
}
