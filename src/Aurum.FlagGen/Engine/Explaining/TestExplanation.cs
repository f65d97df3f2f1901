namespace Aurum.FlagGen;

/// <summary>How a flag's test stood to a unit.</summary>
public sealed record TestExplanation
{
    /// <summary>Whether the test gave the unit an arm.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>Why not, in a few words; null where it did.</summary>
    public string? Because { get; init; }

    /// <summary>When the test runs, or null where it always does.</summary>
    public WindowExplanation? Window { get; init; }

    /// <summary>The layer's name, or null.</summary>
    public string? Layer { get; init; }

    /// <summary>Where the test's part of the layer begins, in percent.</summary>
    public double? LayerFrom { get; init; }

    /// <summary>Where it ends, in percent.</summary>
    public double? LayerTo { get; init; }

    /// <summary>The unit's bucket in the layer, in percent.</summary>
    public double? LayerBucket { get; init; }

    /// <summary>How the arm was chosen, or null.</summary>
    public SplitExplanation? Split { get; init; }
}
