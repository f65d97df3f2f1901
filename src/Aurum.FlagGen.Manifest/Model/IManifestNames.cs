namespace Aurum.FlagGen.Manifest.Model;

/// <summary>What a definition may name: the rest of its manifest, or of its store. The checker asks nothing else of them.</summary>
internal interface IManifestNames
{
    IEnumerable<string> FlagKeys { get; }

    IEnumerable<string> SegmentNames { get; }

    IEnumerable<string> LayerNames { get; }

    IEnumerable<string> AttributePaths { get; }

    /// <summary>Whether the attributes are declared; where they are not, any may be used.</summary>
    bool DeclaresContext { get; }

    bool HasFlag(string key);

    /// <summary>The flags that a flag's rules and rollout plans require or exclude; none for an unknown flag.</summary>
    IReadOnlyList<string> DependenciesOf(string key);

    /// <summary>Whether there is such a segment, predefined ones included.</summary>
    bool HasSegment(string name);

    ManifestLayer? FindLayer(string name);

    /// <summary>The declared attribute of that path, else the predefined one, else null.</summary>
    ManifestAttribute? FindAttribute(string path);
}
