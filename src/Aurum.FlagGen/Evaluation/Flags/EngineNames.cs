using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>What a definition in force may name.</summary>
/// <param name="environment">What the definition is compiled against.</param>
/// <param name="context">The attributes that the set's own manifest declares; null where any may be used.</param>
internal sealed class EngineNames(FlagEnvironment environment, IReadOnlyList<ManifestAttribute>? context) : IManifestNames
{
    private readonly Dictionary<string, ManifestAttribute> _attributes = (context ?? [])
        .GroupBy(static attribute => attribute.Path, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);

    // Names to suggest: whoever is told of an unknown one here looks at a log, and not at an editor.
    public IEnumerable<string> FlagKeys => [];

    public IEnumerable<string> SegmentNames => [];

    public IEnumerable<string> LayerNames => [];

    public IEnumerable<string> AttributePaths => _attributes.Keys;

    public bool DeclaresContext => context is not null;

    public bool HasFlag(string key) => environment.Graph.Has(key);

    /// <summary>None: the graph tells of circles and of chains that are too long.</summary>
    public IReadOnlyList<string> DependenciesOf(string key) => [];

    public bool HasSegment(string name) => environment.FindSegment(name) is not null;

    /// <summary>The layer without the parts that tests own: whether they overlap is seen where all of them are.</summary>
    public ManifestLayer? FindLayer(string name) =>
        environment.FindLayer(name) is { } layer ? new ManifestLayer(name, Buckets.FromPercentage(layer.Holdout), new LayerRanges()) : null;

    public ManifestAttribute? FindAttribute(string path) => _attributes.GetValueOrDefault(path) ?? PredefinedAttributes.Find(path);
}
