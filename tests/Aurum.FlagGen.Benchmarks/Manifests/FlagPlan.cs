using System.Globalization;

namespace Aurum.FlagGen.Benchmarks.Manifests;

/// <summary>Which flags there are: the same at every run, so that figures of two days can be compared.</summary>
internal static class FlagPlan
{
    public const string SwitchKey = "scenario.switch";
    public const string RolloutKey = "scenario.rollout";
    public const string RulesKey = "scenario.rules";
    public const string ExperimentKey = "scenario.experiment";

    /// <summary>How many flags are loaded beside the one that is timed.</summary>
    public const int OtherFlags = 1_000;

    private const int FlagsPerArea = 50;

    /// <summary>The flags that the scenarios time one by one.</summary>
    public static IReadOnlyList<PlannedFlag> Timed { get; } =
    [
        new(SwitchKey, FlagKind.Switch),
        new(RolloutKey, FlagKind.Rollout),
        new(RulesKey, FlagKind.Rules),
        new(ExperimentKey, FlagKind.Experiment),
    ];

    /// <summary>The flags that make the crowd: 70 % switches, 20 % rollouts, 5 % with rules and 5 % experiments, mixed, in areas of fifty.</summary>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<PlannedFlag> Others(int count)
    {
        PlannedFlag[] flags = new PlannedFlag[count];
        for (int i = 0; i < count; i++)
        {
            flags[i] = new PlannedFlag(
                string.Create(CultureInfo.InvariantCulture, $"area_{i / FlagsPerArea:000}.flag_{i:00000}"), KindAt(i));
        }

        return flags;
    }

    /// <summary>What the scenarios load: the timed flags and the crowd.</summary>
    public static IReadOnlyList<PlannedFlag> ForScenarios() => [.. Timed, .. Others(OtherFlags)];

    private static FlagKind KindAt(int index) => (index % 20) switch
    {
        < 14 => FlagKind.Switch,
        < 18 => FlagKind.Rollout,
        18 => FlagKind.Rules,
        _ => FlagKind.Experiment,
    };
}
