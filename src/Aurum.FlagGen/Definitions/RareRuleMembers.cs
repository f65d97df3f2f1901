namespace Aurum.FlagGen.Definitions;

/// <summary>What few rules say, kept apart from them: <see cref="FeatureFlagRule"/> documents each.</summary>
internal sealed record RareRuleMembers
{
    public static readonly RareRuleMembers None = new();

    public RolloutPlan? RolloutPlan { get; init; }

    public DateTimeOffset? ActiveFrom { get; init; }

    public DateTimeOffset? ActiveUntil { get; init; }

    public string? Salt { get; init; }

    public string? BucketBy { get; init; }

    public FlagBucketing? Bucketing { get; init; }

    public string? UnknownMembers { get; init; }

    /// <summary>Null where nothing is said, so that equal rules stay equal whichever way they came about.</summary>
    public static RareRuleMembers? Pack(RareRuleMembers members) => members == None ? null : members;
}
