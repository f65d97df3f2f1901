namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Which flag needs which, by their positions: the order of needs, the chains above and below each flag, and the circles.</summary>
internal sealed class DependencyGraph
{
    /// <summary>How many flags of a circle are named.</summary>
    private const int LongestPath = 8;

    private readonly int[][] _needs;
    private readonly int[] _groups;
    private readonly int[] _depths;

    /// <param name="needs">For each flag those that it needs, each once.</param>
    public DependencyGraph(int[][] needs)
    {
        DependencyGroups groups = new(needs);
        _needs = needs;
        _groups = groups.GroupOf;
        Order = groups.Order;
        _depths = new int[needs.Length];
        foreach (int index in Order)
        {
            foreach (int needed in needs[index])
            {
                if (!AreCircular(index, needed))
                {
                    _depths[index] = Math.Max(_depths[index], _depths[needed] + 1);
                }
            }
        }
    }

    /// <summary>Positions of flags, each after all those that it needs and that do not lead back to it.</summary>
    public IReadOnlyList<int> Order { get; }

    public IReadOnlyList<int> NeedsOf(int index) => _needs[index];

    /// <summary>The same number for flags that lead back to each other.</summary>
    public int GroupOf(int index) => _groups[index];

    /// <summary>Whether a flag that is needed leads back to the one that needs it.</summary>
    public bool AreCircular(int index, int needed) => _groups[index] == _groups[needed];

    /// <summary>The number of flags in the longest chain below one, circles left out.</summary>
    public int DepthBelow(int index) => _depths[index];

    /// <summary>The number of flags in the longest chain above one, circles left out.</summary>
    public int DepthAbove(int index)
    {
        int[] depths = new int[_needs.Length];
        foreach (int above in Order.Reverse())
        {
            foreach (int needed in _needs[above])
            {
                if (!AreCircular(above, needed))
                {
                    depths[needed] = Math.Max(depths[needed], depths[above] + 1);
                }
            }
        }

        return depths[index];
    }

    /// <summary>A shortest way from a flag over one that it needs and back, such as <c>a → b → a</c>, or its beginning; null where it is too far to look for.</summary>
    /// <param name="from">The flag.</param>
    /// <param name="to">The flag that it needs.</param>
    /// <param name="keyOf">The key of the flag at a position.</param>
    /// <param name="maxSteps">How many steps are taken to find the way.</param>
    public string? DescribeCircle(int from, int to, Func<int, string> keyOf, int maxSteps = int.MaxValue)
    {
        if (!TryFindWay(to, from, maxSteps, out Dictionary<int, int> cameFrom))
        {
            return null;
        }

        List<int> way = [from];
        while (way[way.Count - 1] != to)
        {
            way.Add(cameFrom[way[way.Count - 1]]);
        }

        way.Reverse();
        IEnumerable<string> keys = way.Take(LongestPath).Select(keyOf);
        return string.Join(" → ", new[] { keyOf(from) }.Concat(way.Count > LongestPath ? keys.Concat(["…", keyOf(from)]) : keys));
    }

    private bool TryFindWay(int start, int goal, int maxSteps, out Dictionary<int, int> cameFrom)
    {
        cameFrom = new Dictionary<int, int> { [start] = start };
        Queue<int> queue = new([start]);
        int steps = 0;
        while (queue.Count > 0 && queue.Dequeue() is int index && index != goal)
        {
            foreach (int needed in _needs[index])
            {
                if (++steps > maxSteps)
                {
                    return false;
                }

                if (AreCircular(needed, goal) && !cameFrom.ContainsKey(needed))
                {
                    cameFrom.Add(needed, index);
                    queue.Enqueue(needed);
                }
            }
        }

        return cameFrom.ContainsKey(goal);
    }
}
