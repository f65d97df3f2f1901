using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Engine;

/// <summary>Whether tests override flags in the process. As long as they do, every snapshot sends evaluations the long way, which asks what is overridden; otherwise nobody has to ask.</summary>
internal static class OpenOverrides
{
    private static readonly Lock Gate = new();

    /// <summary>The snapshots that somebody holds.</summary>
    private static readonly ConditionalWeakTable<FlagSnapshot, object?> Snapshots = [];

    private static volatile int s_count;

    public static bool Any => s_count != 0;

    public static void Watch(FlagSnapshot snapshot)
    {
        lock (Gate)
        {
            Snapshots.Add(snapshot, null);
            snapshot.Open(Any);
        }
    }

    /// <summary>The snapshots that somebody holds, of every engine; some that nobody holds any more may be among them.</summary>
    public static FlagSnapshot[] HeldSnapshots()
    {
        lock (Gate)
        {
            return [.. Snapshots.Select(static pair => pair.Key)];
        }
    }

    /// <summary>Sends the evaluations of every snapshot the long way, which looks whether manifests were read again.</summary>
    public static void OutdateAll()
    {
        lock (Gate)
        {
            foreach ((FlagSnapshot snapshot, _) in Snapshots)
            {
                snapshot.Outdate();
            }
        }
    }

    public static void Add()
    {
        lock (Gate)
        {
            if (s_count++ == 0)
            {
                OpenAll();
            }
        }
    }

    public static void Remove()
    {
        lock (Gate)
        {
            if (--s_count == 0)
            {
                OpenAll();
            }
        }
    }

    private static void OpenAll()
    {
        foreach ((FlagSnapshot snapshot, _) in Snapshots)
        {
            snapshot.Open(Any);
        }
    }
}
