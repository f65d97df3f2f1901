namespace Aurum.FlagGen.Engine.Usage;

/// <content>Cells of flags that are gone, which serve again: else a process in which flags are made and deleted for long would keep a cell for each.</content>
internal sealed partial class UsageLedger
{
    /// <summary>So many cells are kept in any case, of flags that are gone too.</summary>
    private const int KeptCells = 1024;

    /// <summary>Cells that may be given to others.</summary>
    private readonly List<int> _free = [];

    /// <summary>Cells of flags that were found gone the last time. They are given to nobody before the next time, for a thread may just be about to count an evaluation whose flag went away meanwhile.</summary>
    private readonly List<int> _resting = [];

    /// <summary>What each cell had counted when it was taken from its flag, and counts no more.</summary>
    private long[] _forgotten = [];

    /// <summary>Takes their cells from flags that no snapshot has which somebody holds.</summary>
    /// <param name="held">Every snapshot that somebody holds.</param>
    private void Forget(FlagSnapshot[] held)
    {
        long[] totals = AddUp();
        Array.Resize(ref _forgotten, _cells.Length);
        foreach (int cell in _resting)
        {
            _forgotten[cell] = totals[cell];
            _free.Add(cell);
        }

        _resting.Clear();
        for (int i = 0; i < _count; i++)
        {
            if (_cells[i].Key is { } key && !Array.Exists(held, snapshot => snapshot.Has(key)))
            {
                _forgotten[i] = totals[i];
                _resting.Add(i);
                Clear(i);
            }
        }

        Array.Clear(_heads);
        LinkAll();
    }

    private void Clear(int cell)
    {
        _cells[cell] = default;
        if (cell < _seen.Length)
        {
            _seen[cell] = 0;
            _seenAt[cell] = 0;
        }
    }

    private void SubtractForgotten(long[] totals)
    {
        for (int i = 0; i < _forgotten.Length && i < totals.Length; i++)
        {
            totals[i] -= _forgotten[i];
        }
    }
}
