using Aurum.FlagGen.Engine;

namespace Aurum.FlagGen;

/// <content>The engine that generated members ask.</content>
public sealed partial class FlagEngine
{
    private static FlagEngine s_default = new();

    /// <summary>The engine that generated members ask, which is the one of the host that was started last.</summary>
    /// <value>Without a host, an engine that answers from the manifests compiled into the process.</value>
    public static FlagEngine Default => s_default;

    /// <summary>Makes an engine the default one, until the result is disposed.</summary>
    internal static IDisposable UseAsDefault(FlagEngine engine) => DefaultEngineScope.Open(engine, s_default);

    /// <summary>For <see cref="DefaultEngineScope"/> alone.</summary>
    internal static void SetDefault(FlagEngine engine) => Volatile.Write(ref s_default, engine);
}
