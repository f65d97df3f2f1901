using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>What became of the flags that the manifests of an application declare when they were pushed to its store.</summary>
public sealed record FeatureFlagPush
{
    /// <summary>Keys of flags that the store lacked.</summary>
    public required IReadOnlyList<string> Created { get; init => field = ValueList<string>.Of(value); }

    /// <summary>Keys of flags whose description in the store follows the manifest again.</summary>
    public required IReadOnlyList<string> Updated { get; init => field = ValueList<string>.Of(value); }

    /// <summary>Keys of flags that had nothing to change.</summary>
    public required IReadOnlyList<string> Unchanged { get; init => field = ValueList<string>.Of(value); }

    /// <summary>Keys of flags that were left as they are because the store contradicts the manifest, or the definition has faults, with the reason.</summary>
    public required IReadOnlyDictionary<string, string> Refused { get; init => field = ValueMap<string>.Of(value); }
}
