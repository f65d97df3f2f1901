namespace Aurum.FlagGen;

/// <summary>An arm of a split or of an A/B test.</summary>
public readonly record struct VariantWeight
{
    /// <summary>Makes a weight.</summary>
    /// <param name="variant">The variant's name.</param>
    /// <param name="weight">Its share in percent, with at most three decimals; the weights of all arms sum to 100.</param>
    public VariantWeight(string variant, double weight)
    {
        Variant = variant;
        Weight = weight;
    }

    /// <summary>The variant's name.</summary>
    public string Variant { get; init; }

    /// <summary>Its share in percent, with at most three decimals; the weights of all arms sum to 100.</summary>
    public double Weight { get; init; }
}
