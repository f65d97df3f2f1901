namespace Aurum.FlagGen.TestKit;

/// <summary>How much memory an action takes from the heap, whatever other threads do meanwhile.</summary>
internal static class AllocatedBytes
{
    private const int Attempts = 100;

    /// <summary>The bytes that an action allocates on this thread.</summary>
    /// <remarks>A collection, which any thread may cause, hands in the rest of this thread's allocation buffer, and the runtime counts that as allocated: a measurement with a collection in it is made once more.</remarks>
    public static long OfThisThread(Action action)
    {
        for (int attempt = 1; ; attempt++)
        {
            int collections = GC.CollectionCount(generation: 0);
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated == 0 || GC.CollectionCount(generation: 0) == collections || attempt == Attempts)
            {
                return allocated;
            }
        }
    }
}
