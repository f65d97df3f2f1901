using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>What was recorded of one flag's decision.</summary>
internal sealed class FlagRecord
{
    /// <summary>On whose behalf the flag is decided; null for the flag that was asked for.</summary>
    public Prerequisite? Prerequisite { get; init; }

    /// <summary>Whether the decision is told.</summary>
    public bool IsTold { get; init; } = true;

    /// <summary>The scenario whose definition decides; null for the flag's own.</summary>
    public string? Scenario { get; set; }

    public List<RuleExplanation> Rules { get; } = [];

    /// <summary>The rule that is being tried, or null.</summary>
    public RuleRecord? Rule { get; set; }

    public TestExplanation? Test { get; set; }
}
