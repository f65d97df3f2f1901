using System.Runtime.CompilerServices;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>Counts the evaluations of one engine, and of those captured from it.</summary>
/// <remarks>
/// Every flag and result that was given has a cell with a number, which the outcomes of that name bear as their mark. A thread counts by that number in an
/// array of its own; a total is the sum over the threads. What a thread counted that has ended is added to the totals when somebody next looks, or another
/// thread begins.
/// </remarks>
internal sealed class UsageLedger
{
    /// <summary>A thread remembers its cells for this many engines; those of a further one take the place of what it used longest ago.</summary>
    private const int EnginesPerThread = 8;

    /// <summary>A thread has room for so many cells at least.</summary>
    private const int FirstCells = 32;

    /// <summary>So many cells are kept in any case, of flags that are gone too.</summary>
    private const int KeptCells = 1024;

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

    /// <summary>The cells by flag and result. They depend on no snapshot, so that a new one goes on counting where the former stopped.</summary>
    private readonly Dictionary<(string? Scope, string Key, string? Result), UsageCell> _cells = [];

    /// <summary>Cells that may be given to others.</summary>
    private readonly List<UsageCell> _free = [];

    /// <summary>
    /// The numbers of cells whose flags were found gone the last time. They are given to no other before the next time, because a thread may just be about to
    /// count an evaluation whose flag went away meanwhile.
    /// </summary>
    private readonly List<int> _resting = [];

    /// <summary>How many numbers were given out.</summary>
    private int _count;

    /// <summary>How many numbers are given out before cells of flags that are gone are looked for.</summary>
    private int _room = KeptCells;

    /// <summary>What threads counted that have ended, by number.</summary>
    private long[] _ended = [];

    /// <summary>Counts an evaluation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(UsageLedger ledger, FlagOutcome outcome)
    {
        if (ReferenceEquals(t_ledger, ledger))
        {
            long[] counts = t_counts!;
            uint cell = (uint)outcome.Mark;
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
        int cell = outcome.Mark;
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
            foreach (UsageCell cell in _cells.Values)
            {
                cell.See(totals[cell.Number], now);
            }

            return
            [
                .. from pair in _cells
                   where pair.Value.Count > 0
                   group pair by (pair.Key.Scope, pair.Key.Key) into flag
                   select new FlagUsage
                   {
                       Key = flag.Key.Key,
                       Scope = flag.Key.Scope,
                       Evaluations = flag.Sum(static pair => pair.Value.Count),
                       ByVariant = flag.Where(static pair => pair.Key.Result is not null)
                           .ToDictionary(static pair => pair.Key.Result!, static pair => pair.Value.Count, StringComparer.Ordinal),
                       LastEvaluated = new DateTimeOffset(flag.Max(static pair => pair.Value.SeenAt), TimeSpan.Zero),
                   },
            ];
        }
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CountSlowly(FlagOutcome outcome)
    {
        UsageCells cells = FindCells();
        if (outcome.Mark < 0)
        {
            outcome.Mark = FindCell(outcome);
        }

        long[] counts = outcome.Mark < cells.Counts.Length ? cells.Counts : Lengthen(cells, outcome.Mark);
        counts[outcome.Mark]++;
    }

    /// <summary>Gives the current thread room for a cell.</summary>
    private long[] Lengthen(UsageCells cells, int cell)
    {
        long[] counts = new long[Math.Max(FirstCells, Math.Max(cell + 1, _count) * 5 / 4)];
        cells.Counts.CopyTo(counts, 0);
        cells.Counts = counts;
        if (ReferenceEquals(cells, t_cells))
        {
            t_counts = counts;
        }

        return counts;
    }

    private static void PutInFront(UsageCells cells)
    {
        t_cells = cells;
        t_ledger = cells.Ledger;
        t_counts = cells.Counts;
    }

    private int FindCell(FlagOutcome outcome)
    {
        (string?, string, string?) name = (outcome.Flag.Scope, outcome.Flag.Definition.Key, NameOf(outcome));
        lock (_gate)
        {
            if (!_cells.TryGetValue(name, out UsageCell? cell))
            {
                cell = TakeCell();
                _cells.Add(name, cell);
            }

            return cell.Number;
        }
    }

    /// <summary>The name under which an outcome is counted; null where it has none, or where it must not be told.</summary>
    private static string? NameOf(FlagOutcome outcome) => outcome.Flag.Definition switch
    {
        { Sensitive: true } => null,
        { Type: FlagType.Boolean } => outcome.Variant ?? (outcome.Value.AsBoolean ? "true" : "false"),
        _ => outcome.Variant,
    };

    private UsageCell TakeCell()
    {
        if (_free.Count == 0 && _count == _room)
        {
            Forget();
        }

        if (_free.Count == 0)
        {
            return new UsageCell(_count++, before: 0);
        }

        UsageCell cell = _free[^1];
        _free.RemoveAt(_free.Count - 1);
        return cell;
    }

    /// <summary>
    /// Takes their cells from flags that no snapshot has which somebody holds: else a process in which flags are made and deleted for long would keep a cell for
    /// each. Where that gives little, there is more room next time.
    /// </summary>
    private void Forget()
    {
        long[] totals = AddUp();
        foreach (int number in _resting)
        {
            _free.Add(new UsageCell(number, before: totals[number]));
        }

        _resting.Clear();
        FlagSnapshot[] held = OpenOverrides.HeldSnapshots();
        foreach (((string? Scope, string Key, string? Result) name, UsageCell cell) in _cells)
        {
            if (!Array.Exists(held, snapshot => snapshot.Has(name.Key)))
            {
                _cells.Remove(name);
                _resting.Add(cell.Number);
            }
        }

        if (_free.Count < _count / 4)
        {
            _room = _count * 2;
        }
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
            Array.Resize(ref _ended, _count);
        }

        cells.AddTo(_ended);
    }

    /// <summary>What was counted under each number since the ledger was made.</summary>
    private long[] AddUp()
    {
        FoldEnded();
        long[] totals = new long[_count];
        _ended.CopyTo(totals, 0);
        foreach (UsageCells cells in _threads)
        {
            cells.AddTo(totals);
        }

        return totals;
    }
}
