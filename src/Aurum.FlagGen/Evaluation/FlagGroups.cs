namespace Aurum.FlagGen.Evaluation;

/// <summary>Strongly connected components by Tarjan's algorithm, without recursion: a chain may be as long as the set of flags.</summary>
internal sealed class FlagGroups
{
    private readonly int[][] _needs;
    private readonly int[] _numbers;
    private readonly int[] _lowest;
    private readonly int[] _nextEdge;
    private readonly bool[] _isOpen;
    private readonly Stack<int> _open = new();
    private readonly List<int> _order = [];

    private int _lastNumber;
    private int _groups;

    public FlagGroups(int[][] needs)
    {
        _needs = needs;
        _numbers = new int[needs.Length];
        _lowest = new int[needs.Length];
        _nextEdge = new int[needs.Length];
        _isOpen = new bool[needs.Length];
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
        Stack<int> path = new();
        Enter(root, path);
        while (path.TryPeek(out int index))
        {
            if (_nextEdge[index] < _needs[index].Length)
            {
                Follow(index, _needs[index][_nextEdge[index]++], path);
                continue;
            }

            path.Pop();
            if (path.TryPeek(out int parent))
            {
                _lowest[parent] = Math.Min(_lowest[parent], _lowest[index]);
            }

            if (_lowest[index] == _numbers[index])
            {
                CloseGroup(index);
            }
        }
    }

    private void Enter(int index, Stack<int> path)
    {
        _numbers[index] = _lowest[index] = ++_lastNumber;
        _open.Push(index);
        _isOpen[index] = true;
        path.Push(index);
    }

    private void Follow(int index, int needed, Stack<int> path)
    {
        if (_numbers[needed] == 0)
        {
            Enter(needed, path);
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
            member = _open.Pop();
            _isOpen[member] = false;
            GroupOf[member] = _groups;
            _order.Add(member);
        }
        while (member != index);
        _groups++;
    }
}
