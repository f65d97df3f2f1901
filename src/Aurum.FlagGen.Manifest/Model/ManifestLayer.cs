namespace Aurum.FlagGen.Manifest.Model;

/// <summary>A layer: tests in it share one population, each owning a range, so that nobody is in two of them.</summary>
internal sealed class ManifestLayer(string name, int holdout, LayerRanges ranges)
{
    public string Name { get; } = name;

    /// <summary>How much at the layer's end belongs to no test, in thousandths of a percent.</summary>
    public int Holdout { get; } = holdout;

    /// <summary>What the tests own.</summary>
    public LayerRanges Ranges { get; } = ranges;
}
