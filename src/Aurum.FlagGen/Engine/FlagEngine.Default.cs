using Aurum.FlagGen.Engine;

namespace Aurum.FlagGen;

/// <content>The engine for callers that have none injected.</content>
public sealed partial class FlagEngine
{
    /// <summary>The engine of the host that was started last.</summary>
    /// <value>Without a host, an engine that answers from the manifests compiled into the process.</value>
    /// <remarks>
    /// A generated member asks the engine of the host that its manifest was added to, with <c>AddFeatures()</c>. Where the manifest was added to no host,
    /// it asks that of the last host to which none was added, and where there is none either, the manifest alone.
    /// </remarks>
    public static FlagEngine Default => DefaultEngines.Last;

    /// <summary>Makes an engine the default one of some scopes, until the result is disposed.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="catalogs">The manifests whose scopes it serves; empty for every scope that no other host names.</param>
    internal static IDisposable UseAsDefault(FlagEngine engine, params IReadOnlyList<FlagCatalog> catalogs) => DefaultEngines.Open(engine, catalogs);
}
