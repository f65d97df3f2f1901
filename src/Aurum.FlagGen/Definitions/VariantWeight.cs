namespace Aurum.FlagGen;

/// <summary>An arm of a split or of an A/B test.</summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Weight">Its share in percent, with at most three decimals; the weights of all arms sum to 100.</param>
public readonly record struct VariantWeight(string Variant, double Weight);
