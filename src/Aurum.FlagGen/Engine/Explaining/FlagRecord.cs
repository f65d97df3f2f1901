namespace Aurum.FlagGen.Engine;

/// <summary>What was recorded of one flag's decision.</summary>
internal sealed class FlagRecord
{
    /// <summary>The key of a flag that a rule needs; null for the flag that was asked for.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the rule needs the flag on; otherwise off.</summary>
    public bool MustBeOn { get; init; }

    /// <summary>Whether the decision is told.</summary>
    public bool IsTold { get; init; } = true;

    /// <summary>The scenario whose definition decides; null for the flag's own.</summary>
    public string? Scenario { get; set; }

    public List<RuleExplanation> Rules { get; } = [];

    /// <summary>The rule that is being tried, or null.</summary>
    public RuleRecord? Rule { get; set; }

    public TestExplanation? Test { get; set; }
}
