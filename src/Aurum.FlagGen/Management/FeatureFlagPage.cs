using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>A page of flags.</summary>
public sealed record FeatureFlagPage
{
    /// <summary>The flags, by key.</summary>
    public required IReadOnlyList<FeatureFlag> Items { get; init => field = ValueList<FeatureFlag>.Of(value); }

    /// <summary>Which page it is, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many flags a page has.</summary>
    public required int Limit { get; init; }

    /// <summary>How many flags match, on all pages.</summary>
    public required int Total { get; init; }
}
