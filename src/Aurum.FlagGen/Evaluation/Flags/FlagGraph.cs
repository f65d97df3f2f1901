using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Which flag needs which, over all rules of all definitions: the order in which flags can be compiled, and the rules that cannot work.</summary>
internal sealed class FlagGraph
{
    /// <summary>How many steps are taken to find a cycle for a message: in a set of flags that all lead back to each other, every rule asks.</summary>
    private const int MaxSteps = 256;

    private readonly IReadOnlyList<FeatureFlag> _flags;
    private readonly IReadOnlyDictionary<string, int> _indexes;
    private readonly DependencyGraph _graph;
    private readonly int[] _references;

    /// <param name="flags">The flags.</param>
    /// <param name="indexes">The position of each by its key.</param>
    /// <param name="standIns">Definitions that take others' places, and need what they need in their stead; null where there are none.</param>
    public FlagGraph(IReadOnlyList<FeatureFlag> flags, IReadOnlyDictionary<string, int> indexes, StandIns? standIns = null)
    {
        _flags = flags;
        _indexes = indexes;
        _references = new int[flags.Count];
        int[][] needs = new int[flags.Count][];
        for (int i = 0; i < needs.Length; i++)
        {
            needs[i] = FindNeeds(flags[i], standIns ?? StandIns.None);
        }

        SharedCount = _references.Count(static count => count > 1);
        _graph = new DependencyGraph(needs);
    }

    /// <summary>The graph of no flags.</summary>
    public static FlagGraph Empty { get; } = new([], new Dictionary<string, int>());

    /// <summary>Positions of flags, each after all those that it needs and that do not lead back to it.</summary>
    public IReadOnlyList<int> Order => _graph.Order;

    /// <summary>How many flags are needed by several rules.</summary>
    public int SharedCount { get; }

    public bool NeedsOthers(int index) => _graph.NeedsOf(index).Count > 0;

    public bool Has(string key) => _indexes.ContainsKey(key);

    public int IndexOf(string key) => _indexes[key];

    public bool IsShared(string key) => SharedCount > 0 && _references[_indexes[key]] > 1;

    /// <summary>Why a rule cannot work that needs a flag, or null where it can.</summary>
    public string? FindFault(string key, string needed)
    {
        if (!_indexes.TryGetValue(needed, out int to))
        {
            return $"It needs the flag '{needed}', which does not exist.";
        }

        int from = _indexes[key];
        if (_graph.AreCircular(from, to))
        {
            string? circle = _graph.DescribeCircle(from, to, index => _flags[index].Key, MaxSteps);
            return $"It needs the flag '{needed}', which leads back to '{key}'{(circle is null ? "" : ": " + circle)}.";
        }

        return _graph.DepthBelow(to) + 1 > ManifestLimits.DependencyDepth
            ? $"It needs the flag '{needed}', below which stand {_graph.DepthBelow(to)} more; a chain may have {ManifestLimits.DependencyDepth}."
            : null;
    }

    private int[] FindNeeds(FeatureFlag flag, StandIns standIns)
    {
        List<int>? needs = null;
        AddNeeds(flag, ref needs);
        foreach (StandIn standIn in standIns.Of(flag.Key))
        {
            AddNeeds(standIn.Definition, ref needs);
        }

        return needs is null ? [] : [.. needs.Distinct()];
    }

    private void AddNeeds(FeatureFlag flag, ref List<int>? needs)
    {
        foreach (string needed in RuleAudience.FlagsOf(flag))
        {
            if (_indexes.TryGetValue(needed, out int index))
            {
                (needs ??= []).Add(index);
                _references[index]++;
            }
        }
    }
}
