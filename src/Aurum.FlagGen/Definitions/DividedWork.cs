namespace Aurum.FlagGen.Definitions;

/// <summary>Work on many items that know nothing of each other, divided among processors: it is done while a process starts, and somebody waits for it.</summary>
internal static class DividedWork
{
    /// <summary>Fewer items are not worth a thread.</summary>
    private const int LeastItems = 1_024;

    /// <summary>A process that starts has more to do.</summary>
    private const int MostParts = 4;

    /// <summary>Does the work for every item, and comes back when all is done.</summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="work">Works on the items from one position to before another. Several threads call it, each for other items.</param>
    public static void Run(int count, Action<int, int> work)
    {
        int parts = Math.Min(Math.Min(Environment.ProcessorCount, MostParts), count / LeastItems);
        if (parts < 2)
        {
            work(0, count);
            return;
        }

        Task[] others = new Task[parts - 1];
        for (int i = 0; i < others.Length; i++)
        {
            int from = count / parts * (i + 1);
            int to = i + 2 == parts ? count : count / parts * (i + 2);
            others[i] = Task.Run(() => work(from, to));
        }

        try
        {
            work(0, count / parts);
        }
        finally
        {
            // What no thread has begun by now is done by this one: a pool without a free thread delays nothing.
            foreach (Task other in others)
            {
                other.GetAwaiter().GetResult();
            }
        }
    }
}
