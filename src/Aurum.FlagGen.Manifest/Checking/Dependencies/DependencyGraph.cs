namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Which flag needs which: the longest chain below each, and the circles among them. It walks without recursion, because a chain may be as long as the manifest.</summary>
internal sealed class DependencyGraph(Func<string, IReadOnlyList<string>> needs)
{
    private const int Open = -1;

    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _onReportedCircles = new(StringComparer.Ordinal);

    /// <summary>The number of flags in the longest chain below one, itself not counted; circles are walked once.</summary>
    /// <param name="key">Where to start.</param>
    /// <param name="onCircle">Told the keys of each circle that is met, from the one that was visited first; of circles that share a flag, one is told.</param>
    public int DepthBelow(string key, Action<IReadOnlyList<string>> onCircle)
    {
        if (_depths.TryGetValue(key, out int known))
        {
            return known;
        }

        List<Frame> stack = [new Frame(key, needs(key))];
        _depths[key] = Open;
        while (stack.Count > 0)
        {
            Frame top = stack[stack.Count - 1];
            if (top.Next == top.Needs.Count)
            {
                _depths[top.Key] = top.Depth;
                stack.RemoveAt(stack.Count - 1);
                if (stack.Count > 0)
                {
                    stack[stack.Count - 1].Raise(top.Depth + 1);
                }

                continue;
            }

            string need = top.Needs[top.Next++];
            if (!_depths.TryGetValue(need, out int depth))
            {
                _depths[need] = Open;
                stack.Add(new Frame(need, needs(need)));
            }
            else if (depth == Open)
            {
                TellCircle(stack, need, onCircle);
            }
            else
            {
                top.Raise(depth + 1);
            }
        }

        return _depths[key];
    }

    private void TellCircle(List<Frame> stack, string start, Action<IReadOnlyList<string>> onCircle)
    {
        if (_onReportedCircles.Contains(start) || _onReportedCircles.Contains(stack[stack.Count - 1].Key))
        {
            return;
        }

        int first = stack.FindLastIndex(frame => frame.Key == start);
        string[] circle = [.. stack.Skip(first).Select(static frame => frame.Key)];
        _onReportedCircles.UnionWith(circle);
        onCircle(circle);
    }

    private sealed class Frame(string key, IReadOnlyList<string> needs)
    {
        public string Key { get; } = key;

        public IReadOnlyList<string> Needs { get; } = needs;

        public int Next { get; set; }

        public int Depth { get; private set; }

        public void Raise(int depth) => Depth = Math.Max(Depth, depth);
    }
}
