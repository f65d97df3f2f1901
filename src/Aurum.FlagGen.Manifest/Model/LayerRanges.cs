namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The parts of a layer that tests own, none of which overlaps another.</summary>
internal sealed class LayerRanges
{
    private readonly List<LayerRange> _byStart = [];

    /// <summary>Another flag's range that shares something with this one.</summary>
    public LayerRange? FindOverlap(LayerRange range)
    {
        // Those that were added do not overlap, so the one that starts before and those that start inside tell all.
        for (int i = Math.Max(0, IndexFor(range.From) - 1); i < _byStart.Count && _byStart[i].From < range.To; i++)
        {
            if (_byStart[i].To > range.From && _byStart[i].FlagKey != range.FlagKey)
            {
                return _byStart[i];
            }
        }

        return null;
    }

    /// <summary>Adds a range that overlaps none.</summary>
    public void Add(LayerRange range) => _byStart.Insert(IndexFor(range.From), range);

    private int IndexFor(int start)
    {
        int low = 0;
        int high = _byStart.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_byStart[middle].From <= start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
