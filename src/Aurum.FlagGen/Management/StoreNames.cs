using Aurum.FlagGen.Declarations;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Evaluation;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Management;

/// <summary>What a definition may name when it is written: the store's flags, segments and layers, and those of the manifests beside them.</summary>
internal sealed class StoreNames : IManifestNames
{
    private readonly Dictionary<string, FeatureFlag> _flags = new(StringComparer.Ordinal);
    private readonly HashSet<string> _segments = new(PredefinedSegments.Names, StringComparer.Ordinal);
    private readonly Dictionary<string, FlagLayer> _layers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ManifestAttribute> _attributes = new(StringComparer.Ordinal);
    private readonly IReadOnlyCollection<string> _unreadable;
    private readonly StandIns _standIns;
    private readonly bool _hasScenarios;

    public StoreNames(FlagSet set, DeclaredFlags declared)
    {
        IReadOnlyList<FlagCatalog> catalogs = declared.Catalogs;
        _unreadable = [.. set.Unreadable.Keys];
        _hasScenarios = set.HasScenarios;
        _standIns = _hasScenarios ? new StandIns(set.Flags) : StandIns.None;
        StoredCount = set.Flags.Count + _unreadable.Count;
        foreach (FeatureFlag flag in set.Flags.Concat(declared.Flags))
        {
            _flags.TryAdd(flag.Key, flag);
        }

        _segments.UnionWith(set.Segments.Concat(catalogs.SelectMany(static catalog => catalog.Segments)).Select(static segment => segment.Name));
        foreach (FlagLayer layer in set.Layers.Concat(catalogs.SelectMany(static catalog => catalog.Layers)))
        {
            _layers.TryAdd(layer.Name, layer);
        }

        // A store over a manifest has its own context; other stores go by the manifests of the process, if all of them declare one.
        IReadOnlyList<IReadOnlyList<ManifestAttribute>?> contexts = set.Context is { } own ? [own] : [.. catalogs.Select(static catalog => catalog.Context)];
        DeclaresContext = contexts.Count > 0 && contexts.All(static context => context is not null);
        foreach (ManifestAttribute attribute in contexts.SelectMany(static context => context ?? []))
        {
            _attributes.TryAdd(attribute.Path, attribute);
        }
    }

    public IEnumerable<string> FlagKeys => _flags.Keys;

    /// <summary>How many flags the store has, those included that cannot be read.</summary>
    public int StoredCount { get; }

    public IEnumerable<string> SegmentNames => _segments;

    public IEnumerable<string> LayerNames => _layers.Keys;

    public IEnumerable<string> AttributePaths => _attributes.Keys;

    public bool DeclaresContext { get; }

    public bool HasFlag(string key) => _flags.ContainsKey(key) || _unreadable.Contains(key);

    /// <summary>Whether the store has a flag of that key that cannot be read.</summary>
    public bool IsUnreadable(string key) => _unreadable.Contains(key);

    /// <summary>What a flag needs, and what stands in for it: a scenario's flag that leads back to the flag whose place it takes leads back to itself.</summary>
    public IReadOnlyList<string> DependenciesOf(string key) =>
        _flags.TryGetValue(key, out FeatureFlag? flag) ? [.. RuleAudience.FlagsOf(flag), .. _standIns.Of(key).Select(static standIn => standIn.Definition.Key)] : [];

    /// <summary>The key by which a manifest declares a flag: of a scenario's flag that of the one in whose place it answers.</summary>
    public string DeclaredKeyOf(string key) => _hasScenarios && ScenarioKey.TryParse(key, out ScenarioKey parts) ? parts.Flag : key;

    public bool HasSegment(string name) => _segments.Contains(name);

    public ManifestLayer? FindLayer(string name)
    {
        if (!_layers.TryGetValue(name, out FlagLayer? layer))
        {
            return null;
        }

        LayerRanges ranges = new();
        foreach (FeatureFlag flag in _flags.Values)
        {
            if (flag.AbTest?.Layer is { } part && part.Name == name)
            {
                ranges.Add(new LayerRange(flag.Key, Thousandths(part.From), Thousandths(part.To)));
            }
        }

        return new ManifestLayer(name, Thousandths(layer.Holdout), ranges);
    }

    public ManifestAttribute? FindAttribute(string path) => _attributes.GetValueOrDefault(path) ?? PredefinedAttributes.Find(path);

    /// <summary>The keys of flags that need a flag.</summary>
    public IReadOnlyList<string> DependentsOf(string key) =>
        [.. _flags.Values.Where(flag => flag.Key != key && RuleAudience.FlagsOf(flag).Contains(key)).Select(static flag => flag.Key).Order(StringComparer.Ordinal)];

    private static int Thousandths(double percent) => (int)Math.Round(percent * 1000, MidpointRounding.AwayFromZero);
}
