using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>What a manifest's flags may name, filled while the manifest is read.</summary>
internal sealed class ManifestNames : IManifestNames
{
    private readonly Dictionary<string, IReadOnlyList<string>> _flags = new(StringComparer.Ordinal);
    private readonly List<string> _segments = [.. PredefinedSegments.Names];
    private readonly HashSet<string> _segmentSet = new(PredefinedSegments.Names, StringComparer.Ordinal);
    private readonly Dictionary<string, ManifestLayer> _layers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ManifestAttribute> _attributes = new(StringComparer.Ordinal);

    public IEnumerable<string> FlagKeys => _flags.Keys;

    public IEnumerable<string> SegmentNames => _segments;

    public IEnumerable<string> LayerNames => _layers.Keys;

    public IEnumerable<string> AttributePaths => _attributes.Keys;

    public bool DeclaresContext { get; set; }

    public bool HasFlag(string key) => _flags.ContainsKey(key);

    public IReadOnlyList<string> DependenciesOf(string key) => _flags.TryGetValue(key, out IReadOnlyList<string>? keys) ? keys : [];

    public bool HasSegment(string name) => _segmentSet.Contains(name);

    public ManifestLayer? FindLayer(string name) => _layers.TryGetValue(name, out ManifestLayer? layer) ? layer : null;

    public ManifestAttribute? FindAttribute(string path) =>
        _attributes.TryGetValue(path, out ManifestAttribute? attribute) ? attribute : PredefinedAttributes.Find(path);

    public void Add(ManifestAttribute attribute) => _attributes[attribute.Path] = attribute;

    public void Add(ManifestLayer layer) => _layers[layer.Name] = layer;

    public void AddSegment(string name)
    {
        if (_segmentSet.Add(name))
        {
            _segments.Add(name);
        }
    }

    /// <summary>Makes a flag known; its dependencies follow by <see cref="SetDependencies"/>. False where the key is known already.</summary>
    public bool AddFlag(string key)
    {
        if (_flags.ContainsKey(key))
        {
            return false;
        }

        _flags[key] = [];
        return true;
    }

    public void SetDependencies(string key, IReadOnlyList<string> keys) => _flags[key] = keys;
}
