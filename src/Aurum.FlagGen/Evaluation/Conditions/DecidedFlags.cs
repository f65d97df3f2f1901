namespace Aurum.FlagGen.Evaluation;

/// <summary>The flags that were decided in an evaluation: a hash table over memory that the evaluation owns, at least twice as large as the flags that it is asked to hold.</summary>
internal readonly ref struct DecidedFlags(Span<long> cells)
{
    /// <summary>A power of two of cells; 0 is an empty one, else a flag's number from 1 and, in the lowest bit, whether it is on.</summary>
    private readonly Span<long> _cells = cells;

    /// <summary>How many cells hold a number of flags.</summary>
    public static int CellsFor(int flags) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)flags * 2);

    /// <summary>None yet.</summary>
    /// <param name="memory">At least <see cref="CellsFor"/> cells; what is in them is of no account. For no flags, none.</param>
    /// <param name="flags">How many flags there may be.</param>
    public static DecidedFlags In(Span<long> memory, int flags)
    {
        Span<long> cells = flags == 0 ? default : memory[..CellsFor(flags)];
        cells.Clear();
        return new DecidedFlags(cells);
    }

    public bool TryGet(long id, out bool isOn)
    {
        int index = Find(id);
        long cell = index < 0 ? 0 : _cells[index];
        isOn = (cell & 1) != 0;
        return cell != 0;
    }

    /// <summary>Remembers a flag. In a full table it is not remembered, and decided again.</summary>
    public void Add(long id, bool isOn)
    {
        int index = Find(id);
        if (index >= 0)
        {
            _cells[index] = (id << 1) | (isOn ? 1L : 0L);
        }
    }

    /// <summary>The flag's cell, or the free one for it; -1 where the table is full.</summary>
    private int Find(long id)
    {
        int mask = _cells.Length - 1;
        int index = (int)id & mask;
        for (int steps = 0; steps <= mask; steps++)
        {
            if (_cells[index] == 0 || _cells[index] >> 1 == id)
            {
                return index;
            }

            index = (index + 1) & mask;
        }

        return -1;
    }
}
