namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Strongly connected components by Tarjan's algorithm, without recursion: a chain may be as long as the set of flags.</summary>
internal sealed class DependencyGroups
{
    private readonly int[][] _needs;
    private readonly int[] _numbers;
    private readonly int[] _lowest;
    private readonly int[] _nextEdge;
    private readonly bool[] _isOpen;
    private readonly int[] _order;

    // Both are stacks. None is ever longer than there are flags.
    private readonly int[] _open;
    private readonly int[] _path;

    private int _opened;
    private int _pathLength;
    private int _ordered;
    private int _lastNumber;
    private int _groups;

    public DependencyGroups(int[][] needs)
    {
        _needs = needs;
        _numbers = new int[needs.Length];
        _lowest = new int[needs.Length];
        _nextEdge = new int[needs.Length];
        _isOpen = new bool[needs.Length];
        _order = new int[needs.Length];
        _open = new int[needs.Length];
        _path = new int[needs.Length];
        GroupOf = new int[needs.Length];
        for (int i = 0; i < needs.Length; i++)
        {
            if (_numbers[i] == 0)
            {
                Visit(i);
            }
        }
    }

    public int[] GroupOf { get; }

    /// <summary>Every position, groups that are needed before those that need them.</summary>
    public IReadOnlyList<int> Order => _order;

    private void Visit(int root)
    {
        Enter(root);
        while (_pathLength > 0)
        {
            int index = _path[_pathLength - 1];
            if (_nextEdge[index] < _needs[index].Length)
            {
                Follow(index, _needs[index][_nextEdge[index]++]);
                continue;
            }

            _pathLength--;
            if (_pathLength > 0)
            {
                int parent = _path[_pathLength - 1];
                _lowest[parent] = Math.Min(_lowest[parent], _lowest[index]);
            }

            if (_lowest[index] == _numbers[index])
            {
                CloseGroup(index);
            }
        }
    }

    private void Enter(int index)
    {
        _numbers[index] = _lowest[index] = ++_lastNumber;
        _open[_opened++] = index;
        _isOpen[index] = true;
        _path[_pathLength++] = index;
    }

    private void Follow(int index, int needed)
    {
        if (_numbers[needed] == 0)
        {
            Enter(needed);
        }
        else if (_isOpen[needed])
        {
            _lowest[index] = Math.Min(_lowest[index], _numbers[needed]);
        }
    }

    private void CloseGroup(int index)
    {
        int member;
        do
        {
            member = _open[--_opened];
            _isOpen[member] = false;
            GroupOf[member] = _groups;
            _order[_ordered++] = member;
        }
        while (member != index);
        _groups++;
    }
}
