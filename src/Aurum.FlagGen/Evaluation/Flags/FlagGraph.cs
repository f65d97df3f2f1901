using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Which flag needs which, over all rules of all definitions: the order in which flags can be compiled, and the rules that cannot work.</summary>
internal sealed class FlagGraph
{
    /// <summary>How many flags of a cycle are named.</summary>
    private const int LongestPath = 8;

    /// <summary>How many steps are taken to find a cycle for a message: in a set of flags that all lead back to each other, every rule asks.</summary>
    private const int MaxSteps = 256;

    private readonly IReadOnlyList<FeatureFlag> _flags;
    private readonly IReadOnlyDictionary<string, int> _indexes;
    private readonly int[][] _needs;

    /// <summary>For each flag the number of its group: flags that lead back to each other have the same.</summary>
    private readonly int[] _groups;

    private readonly int[] _depths;
    private readonly int[] _references;

    /// <param name="flags">The flags.</param>
    /// <param name="indexes">The position of each by its key.</param>
    /// <param name="standIns">Definitions that take others' places, and need what they need in their stead; null where there are none.</param>
    public FlagGraph(IReadOnlyList<FeatureFlag> flags, IReadOnlyDictionary<string, int> indexes, StandIns? standIns = null)
    {
        _flags = flags;
        _indexes = indexes;
        _references = new int[flags.Count];
        _needs = new int[flags.Count][];
        for (int i = 0; i < _needs.Length; i++)
        {
            _needs[i] = FindNeeds(flags[i], standIns ?? StandIns.None);
        }

        foreach (int count in _references)
        {
            SharedCount += count > 1 ? 1 : 0;
        }

        FlagGroups groups = new(_needs);
        _groups = groups.GroupOf;
        Order = groups.Order;
        _depths = FindDepths();
    }

    /// <summary>The graph of no flags.</summary>
    public static FlagGraph Empty { get; } = new([], new Dictionary<string, int>());

    /// <summary>Positions of flags, each after all those that it needs and that do not lead back to it.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>How many flags are needed by several rules.</summary>
    public int SharedCount { get; }

    /// <summary>The keys of the flags that a rule needs on or off.</summary>
    public static IEnumerable<string> NeedsOf(FeatureFlagRule rule)
    {
        if (rule is { RequiredFlags.Count: 0, ExcludedFlags.Count: 0, RolloutPlan: null })
        {
            return [];
        }

        IEnumerable<string> needs = rule.RequiredFlags.Concat(rule.ExcludedFlags);
        return rule.RolloutPlan is { Strategy: RolloutStrategy.Targeted } plan ? needs.Concat(plan.RequiredFlags) : needs;
    }

    public bool NeedsOthers(int index) => _needs[index].Length > 0;

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
        if (_groups[from] == _groups[to])
        {
            return $"It needs the flag '{needed}', which leads back to '{key}'{DescribeCycle(from, to)}.";
        }

        return _depths[to] + 1 > ManifestLimits.DependencyDepth
            ? $"It needs the flag '{needed}', below which stand {_depths[to]} more; a chain may have {ManifestLimits.DependencyDepth}."
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
        foreach (FeatureFlagRule rule in flag.Rules)
        {
            foreach (string needed in NeedsOf(rule))
            {
                if (_indexes.TryGetValue(needed, out int index))
                {
                    (needs ??= []).Add(index);
                    _references[index]++;
                }
            }
        }
    }

    /// <summary>The longest chain below each flag, cycles left out.</summary>
    private int[] FindDepths()
    {
        int[] depths = new int[_needs.Length];
        foreach (int index in Order)
        {
            foreach (int needed in _needs[index])
            {
                if (_groups[needed] != _groups[index])
                {
                    depths[index] = Math.Max(depths[index], depths[needed] + 1);
                }
            }
        }

        return depths;
    }

    /// <summary>A shortest way from a flag over one that it needs and back, or its beginning; nothing where it is too far to look for.</summary>
    private string DescribeCycle(int from, int to)
    {
        if (!TryFindWay(to, from, out Dictionary<int, int> cameFrom))
        {
            return "";
        }

        List<int> back = [];
        for (int index = from; index != to; index = cameFrom[index])
        {
            back.Add(index);
        }

        back.Add(to);
        back.Reverse();
        IEnumerable<string> keys = back.Take(LongestPath).Select(index => _flags[index].Key);
        string rest = back.Count > LongestPath ? $" → … → {_flags[from].Key}" : "";
        return $": {_flags[from].Key} → {string.Join(" → ", keys)}{rest}";
    }

    private bool TryFindWay(int start, int goal, out Dictionary<int, int> cameFrom)
    {
        cameFrom = new Dictionary<int, int> { [start] = start };
        Queue<int> queue = new([start]);
        int steps = 0;
        while (queue.TryDequeue(out int index) && index != goal)
        {
            foreach (int needed in _needs[index])
            {
                if (++steps > MaxSteps)
                {
                    return false;
                }

                if (_groups[needed] == _groups[goal] && cameFrom.TryAdd(needed, index))
                {
                    queue.Enqueue(needed);
                }
            }
        }

        return cameFrom.ContainsKey(goal);
    }
}
