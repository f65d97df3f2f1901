namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members that a rollout plan has by its strategy. The checker refuses a plan that does not keep to it, and the engine takes one for a fault of its rule.</summary>
internal sealed class RolloutStrategyMembers
{
    private static readonly RolloutStrategyMembers Percentage = new(
        required: [RolloutPlanMembers.Percentage], oneOf: [], optional: []);

    private static readonly RolloutStrategyMembers Gradual = new(
        required: [RolloutPlanMembers.StepPercentage, RolloutPlanMembers.StepIntervalHours, RolloutPlanMembers.StartTime],
        oneOf: [],
        optional: [RolloutPlanMembers.StartPercentage, RolloutPlanMembers.EndPercentage]);

    private static readonly RolloutStrategyMembers Scheduled = new(
        required: [], oneOf: [RolloutPlanMembers.StartTime, RolloutPlanMembers.EndTime], optional: [RolloutPlanMembers.Percentage]);

    // A plan that names nothing of it would reach everybody.
    private static readonly RolloutStrategyMembers Targeted = new(
        required: [], oneOf: [RolloutPlanMembers.UserSegments, RolloutPlanMembers.RequiredFlags, RolloutPlanMembers.Percentage], optional: []);

    private RolloutStrategyMembers(ManifestMember[] required, ManifestMember[] oneOf, ManifestMember[] optional)
    {
        Required = required;
        OneOf = oneOf;
        Optional = optional;
    }

    /// <summary>Those that every plan of the strategy has.</summary>
    public IReadOnlyList<ManifestMember> Required { get; }

    /// <summary>Those of which a plan has one at least; none where the strategy asks for no choice.</summary>
    public IReadOnlyList<ManifestMember> OneOf { get; }

    /// <summary>Those that a plan may have beside them.</summary>
    public IReadOnlyList<ManifestMember> Optional { get; }

    public static RolloutStrategyMembers Of(RolloutStrategy strategy) => strategy switch
    {
        RolloutStrategy.Percentage => Percentage,
        RolloutStrategy.Gradual => Gradual,
        RolloutStrategy.Scheduled => Scheduled,
        _ => Targeted,
    };

    /// <summary>Whether a plan of the strategy may have the member; every plan may have the strategy itself and a guard.</summary>
    public bool Allows(ManifestMember member) =>
        member == RolloutPlanMembers.Strategy || member == RolloutPlanMembers.Guard
        || Required.Contains(member) || OneOf.Contains(member) || Optional.Contains(member);
}
