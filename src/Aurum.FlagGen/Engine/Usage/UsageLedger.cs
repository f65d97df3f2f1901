using System.Runtime.CompilerServices;
using Aurum.FlagGen.Engine.Overriding;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine.Usage;

/// <summary>Counts the evaluations of one engine, and of those captured from it.</summary>
/// <remarks>
/// Every flag and result that was ever given has a cell, a number that it gets when it is first given. A thread counts in cells of its own;
/// a total is the sum over the threads. What a thread counted that has ended is added to the totals when somebody next looks, or another thread begins.
/// Cells of flags that are gone are given to others, see <c>UsageLedger.Forgetting.cs</c>.
/// </remarks>
internal sealed partial class UsageLedger
{
    /// <summary>A thread remembers its cells for this many engines; those of a further one take the place of what it used longest ago.</summary>
    private const int EnginesPerThread = 8;

    private const int FirstCells = 32;

    /// <summary>The cells of the current thread, those that it used last in front.</summary>
    [ThreadStatic]
    private static UsageCells? t_cells;

    /// <summary>The ledger and the counts of the foremost cells once more, beside them: counting then reads what it needs in one go.</summary>
    [ThreadStatic]
    private static UsageLedger? t_ledger;

    [ThreadStatic]
    private static long[]? t_counts;

    private readonly Lock _gate = new();

    /// <summary>The cells of threads that live.</summary>
    private readonly List<UsageCells> _threads = [];

    /// <summary>A hash table: the first cell of each chain and 1, or 0.</summary>
    private int[] _heads = new int[FirstCells];
    private UsageCell[] _cells = new UsageCell[FirstCells];
    private int _count;

    /// <summary>What threads counted that have ended, by cell.</summary>
    private long[] _ended = [];

    /// <summary>The totals that were read last, and when each was first seen at that height.</summary>
    private long[] _seen = [];
    private long[] _seenAt = [];

    /// <summary>Counts an evaluation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(UsageLedger ledger, FlagOutcome outcome)
    {
        if (ReferenceEquals(t_ledger, ledger))
        {
            long[] counts = t_counts!;
            uint cell = (uint)outcome.UsageCell;
            if (cell < (uint)counts.Length)
            {
                counts[cell]++;
                return;
            }
        }

        ledger.CountSlowly(outcome);
    }

    /// <summary>Counts an evaluation in the current thread's cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(UsageCells cells, FlagOutcome outcome)
    {
        long[] counts = cells.Counts;
        int cell = outcome.UsageCell;
        if ((uint)cell < (uint)counts.Length)
        {
            counts[cell]++;
        }
        else
        {
            cells.Ledger.CountSlowly(outcome);
        }
    }

    /// <summary>Every flag that was evaluated, in no particular order.</summary>
    /// <param name="now">The time, in ticks of UTC, that flags get which were evaluated since the last reading.</param>
    public FlagUsage[] Read(long now)
    {
        lock (_gate)
        {
            long[] totals = AddUp();
            SubtractForgotten(totals);
            Stamp(totals, now);
            return Collect(totals);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CountSlowly(FlagOutcome outcome)
    {
        UsageCells cells = FindCells();
        int cell = CellOf(outcome);
        long[] counts = cell < cells.Counts.Length ? cells.Counts : Lengthen(cells, cell);
        counts[cell]++;
    }

    private int CellOf(FlagOutcome outcome) => outcome.UsageCell >= 0 ? outcome.UsageCell : outcome.UsageCell = FindCell(outcome);

    /// <summary>Gives the current thread room for a cell.</summary>
    private long[] Lengthen(UsageCells cells, int cell)
    {
        long[] counts = new long[Math.Max(cell + 1, _cells.Length)];
        cells.Counts.CopyTo(counts, 0);
        cells.Counts = counts;
        if (ReferenceEquals(cells, t_cells))
        {
            t_counts = counts;
        }

        return counts;
    }

    /// <summary>The current thread's cells, moved to the front.</summary>
    public UsageCells FindCells()
    {
        UsageCells? before = null;
        int engines = 0;
        for (UsageCells? cells = t_cells; cells is not null; before = cells, cells = cells.Next)
        {
            if (ReferenceEquals(cells.Ledger, this))
            {
                if (before is not null)
                {
                    before.Next = cells.Next;
                    cells.Next = t_cells;
                    PutInFront(cells);
                }

                return cells;
            }

            if (++engines == EnginesPerThread)
            {
                before!.Next = null;
                cells.Ledger.Fold(cells);
                break;
            }
        }

        UsageCells added = new(this, Thread.CurrentThread) { Next = t_cells };
        lock (_gate)
        {
            FoldEnded();
            _threads.Add(added);
        }

        PutInFront(added);
        return added;
    }

    private static void PutInFront(UsageCells cells)
    {
        t_cells = cells;
        t_ledger = cells.Ledger;
        t_counts = cells.Counts;
    }

    private int FindCell(FlagOutcome outcome)
    {
        string key = outcome.Flag.Definition.Key;
        string? scope = outcome.Flag.Scope;
        string? result = outcome.UsageName;
        lock (_gate)
        {
            for (int i = _heads[Bucket(key)] - 1; i >= 0; i = _cells[i].Next)
            {
                if (_cells[i].Key == key && _cells[i].Scope == scope && _cells[i].Result == result)
                {
                    return i;
                }
            }

            int cell = TakeCell();
            _cells[cell] = new UsageCell(scope, key, result, -1);
            Link(cell);
            return cell;
        }
    }

    private int TakeCell()
    {
        if (_free.Count == 0 && _count == _cells.Length)
        {
            MakeRoom();
        }

        if (_free.Count == 0)
        {
            return _count++;
        }

        int cell = _free[^1];
        _free.RemoveAt(_free.Count - 1);
        return cell;
    }

    private void MakeRoom()
    {
        int room = _count * 2;
        if (_count >= KeptCells)
        {
            FlagSnapshot[] held = OpenOverrides.HeldSnapshots();
            int flags = CountMostFlags(held);
            if (_count < flags)
            {
                // Not even one cell for each flag: what fills the table are flags that are asked for the first time. Room for all at once, in place of looking for some that are gone.
                room = flags + (flags / 8);
            }
            else
            {
                Forget(held);
            }
        }

        if (_free.Count < _count / 4)
        {
            // Not Array.Resize: a process that starts would have to compile it for this type.
            UsageCell[] cells = new UsageCell[room];
            Array.Copy(_cells, cells, _count);
            _cells = cells;
            _heads = new int[room];
            LinkAll();
        }
    }

    private static int CountMostFlags(FlagSnapshot[] snapshots)
    {
        int most = 0;
        foreach (FlagSnapshot snapshot in snapshots)
        {
            most = Math.Max(most, snapshot.Flags.Length);
        }

        return most;
    }

    private int Bucket(string key) => (int)((uint)key.GetHashCode(StringComparison.Ordinal) % (uint)_heads.Length);

    private void LinkAll()
    {
        for (int i = 0; i < _count; i++)
        {
            if (_cells[i].Key is not null)
            {
                Link(i);
            }
        }
    }

    private void Link(int cell)
    {
        ref int head = ref _heads[Bucket(_cells[cell].Key!)];
        _cells[cell] = _cells[cell] with { Next = head - 1 };
        head = cell + 1;
    }

    /// <summary>Takes over what a thread counted and will not go on counting.</summary>
    private void Fold(UsageCells cells)
    {
        lock (_gate)
        {
            // A thread that is not listed was folded before.
            if (_threads.Remove(cells))
            {
                AddToEnded(cells);

                // Whoever still has them at hand finds no room, and looks for the thread's cells anew.
                cells.Counts = [];
            }
        }
    }

    private void FoldEnded()
    {
        for (int i = _threads.Count - 1; i >= 0; i--)
        {
            if (_threads[i].HasEnded)
            {
                AddToEnded(_threads[i]);
                _threads.RemoveAt(i);
            }
        }
    }

    private void AddToEnded(UsageCells cells)
    {
        if (_ended.Length < _count)
        {
            Array.Resize(ref _ended, _cells.Length);
        }

        cells.AddTo(_ended);
    }

    /// <summary>What was counted in each cell since the ledger was made.</summary>
    private long[] AddUp()
    {
        FoldEnded();
        long[] totals = new long[_count];
        Add(_ended, totals);
        foreach (UsageCells cells in _threads)
        {
            cells.AddTo(totals);
        }

        return totals;
    }

    private static void Add(long[] counts, long[] totals)
    {
        for (int i = 0; i < counts.Length && i < totals.Length; i++)
        {
            totals[i] += counts[i];
        }
    }

    private void Stamp(long[] totals, long now)
    {
        if (_seen.Length < _count)
        {
            Array.Resize(ref _seen, _cells.Length);
            Array.Resize(ref _seenAt, _cells.Length);
        }

        for (int i = 0; i < totals.Length; i++)
        {
            if (totals[i] != _seen[i])
            {
                _seen[i] = totals[i];
                _seenAt[i] = now;
            }
        }
    }

    private FlagUsage[] Collect(long[] totals)
    {
        Dictionary<FlagIdentity, UsageSum> sums = [];
        for (int i = 0; i < totals.Length; i++)
        {
            if (totals[i] == 0 || _cells[i].Key is not { } key)
            {
                continue;
            }

            FlagIdentity flag = new(_cells[i].Scope, key);
            if (!sums.TryGetValue(flag, out UsageSum? sum))
            {
                sums.Add(flag, sum = new UsageSum(flag));
            }

            sum.Add(_cells[i].Result, totals[i], _seenAt[i]);
        }

        FlagUsage[] usage = new FlagUsage[sums.Count];
        int index = 0;
        foreach (UsageSum sum in sums.Values)
        {
            usage[index++] = sum.ToUsage();
        }

        return usage;
    }
}
