using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>A rule of a flag. It matches when every part of it holds, and the first rule that matches decides.</summary>
[JsonConverter(typeof(FeatureFlagRuleJsonConverter))]
public sealed record FeatureFlagRule
{
    /// <summary>The rule's name, unique in its flag, without a slash.</summary>
    public required string Name { get; init; }

    /// <summary>What the rule is for.</summary>
    public string? Description { get; init; }

    /// <summary>Conditions on the context, all of which must hold.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<FeatureFlagCondition> Conditions { get; init => field = ValueList<FeatureFlagCondition>.Of(value); } = ValueList<FeatureFlagCondition>.Empty;

    /// <summary>The share of units that the rule lets through, in percent with at most three decimals.</summary>
    /// <value>0 to 100. Default: 100.</value>
    public double RolloutPercentage { get; init; } = 100;

    /// <summary>Replaces <see cref="RolloutPercentage"/> by a percentage that moves.</summary>
    /// <value>Default: null.</value>
    public RolloutPlan? RolloutPlan { get; init; }

    /// <summary>Segments of which the unit must be in one.</summary>
    /// <value>Default: none, everybody.</value>
    public IReadOnlyList<string> UserSegments { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>Keys of flags that must all be on.</summary>
    public IReadOnlyList<string> RequiredFlags { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>Keys of flags that must all be off.</summary>
    public IReadOnlyList<string> ExcludedFlags { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>From when the rule may match (included).</summary>
    public DateTimeOffset? ActiveFrom { get; init; }

    /// <summary>Until when the rule may match (excluded).</summary>
    public DateTimeOffset? ActiveUntil { get; init; }

    /// <summary>Replaces the flag's salt in this rule's bucket; the empty text is kept.</summary>
    public string? Salt { get; init; }

    /// <summary>Replaces the flag's targeting key attribute for this rule.</summary>
    public string? BucketBy { get; init; }

    /// <summary>Replaces the flag's bucket formula for this rule.</summary>
    public FlagBucketing? Bucketing { get; init; }

    /// <summary>The value that the rule serves; of <see cref="Value"/>, <see cref="Variant"/> and <see cref="Split"/> at most one is given, and none serves <see langword="true"/> on a boolean flag.</summary>
    public FlagValue? Value { get; init; }

    /// <summary>The name of the variant that the rule serves.</summary>
    public string? Variant { get; init; }

    /// <summary>The variants among which the rule divides its units, in order.</summary>
    public IReadOnlyList<VariantWeight>? Split { get; init => field = ValueList<VariantWeight>.Of(value); }

    /// <summary>Members that this version of the library does not know, as a JSON object.</summary>
    internal string? UnknownMembers { get; init; }
}
