using System.Collections.Frozen;
using Aurum.FlagGen.Benchmarks.Manifests;

namespace Aurum.FlagGen.Benchmarks.Floor;

/// <summary>All flags by hand: an array for each kind. It has no engine, no reasons and no counters.</summary>
internal sealed class FloorSnapshot
{
    private readonly int[] _switchPositions;
    private readonly int[] _rolloutPositions;
    private readonly int[] _rulesPositions;
    private readonly int[] _experimentPositions;

    public FloorSnapshot(IReadOnlyList<PlannedFlag> flags)
    {
        Count = flags.Count;
        _switchPositions = Positions(flags, FlagKind.Switch);
        _rolloutPositions = Positions(flags, FlagKind.Rollout);
        _rulesPositions = Positions(flags, FlagKind.Rules);
        _experimentPositions = Positions(flags, FlagKind.Experiment);
        Switches = Array.ConvertAll(_switchPositions, static _ => true);
        Rollouts = Array.ConvertAll(_rolloutPositions, position => new FloorRollout(flags[position].Key));
        Rules = Array.ConvertAll(_rulesPositions, static _ => new FloorRules());
        Experiments = Array.ConvertAll(_experimentPositions, position => new FloorExperiment(flags[position].Key));
        RolloutsByKey = Enumerable.Range(0, Rollouts.Length)
            .ToFrozenDictionary(i => flags[_rolloutPositions[i]].Key, i => Rollouts[i], StringComparer.Ordinal);
    }

    public int Count { get; }

    public bool[] Switches { get; }

    public FloorRollout[] Rollouts { get; }

    public FloorRules[] Rules { get; }

    public FloorExperiment[] Experiments { get; }

    public FrozenDictionary<string, FloorRollout> RolloutsByKey { get; }

    /// <summary>Evaluates every flag for one user.</summary>
    /// <param name="context">The user.</param>
    /// <param name="results">Receives 1 or 0, or an arm's position, at the position of each flag in the plan.</param>
    public void EvaluateAll(FloorContext context, Span<int> results)
    {
        for (int i = 0; i < Switches.Length; i++)
        {
            results[_switchPositions[i]] = Switches[i] ? 1 : 0;
        }

        for (int i = 0; i < Rollouts.Length; i++)
        {
            results[_rolloutPositions[i]] = Rollouts[i].IsOn(context) ? 1 : 0;
        }

        for (int i = 0; i < Rules.Length; i++)
        {
            results[_rulesPositions[i]] = Rules[i].IsOn(context) ? 1 : 0;
        }

        for (int i = 0; i < Experiments.Length; i++)
        {
            results[_experimentPositions[i]] = Experiments[i].Arm(context);
        }
    }

    private static int[] Positions(IReadOnlyList<PlannedFlag> flags, FlagKind kind) =>
        [.. Enumerable.Range(0, flags.Count).Where(i => flags[i].Kind == kind)];
}
