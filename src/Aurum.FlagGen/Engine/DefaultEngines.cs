using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Engine;

/// <summary>Which engine generated members ask: for each scope the one of the host that serves it.</summary>
/// <remarks>
/// Of several hosts that serve a scope the last opened counts, in whichever order they are closed. A host that names no scopes serves those that no
/// other host names. Scopes that no host serves are answered from the manifests.
/// </remarks>
internal static class DefaultEngines
{
    private static readonly Lock Gate = new();
    private static readonly List<DefaultEngineScope> Opened = [];
    private static readonly FlagEngine Unhosted = new();

    /// <summary>The engine of each slot, so that an unbound member needs no look-up.</summary>
    private static FlagEngine[] s_bySlot = [];
    private static FlagEngine s_last = Unhosted;

    /// <summary>The engine that was opened last, whatever it serves.</summary>
    public static FlagEngine Last => Volatile.Read(ref s_last);

    /// <summary>The engine for a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FlagEngine Of(int slot)
    {
        FlagEngine[] engines = s_bySlot;
        return (uint)slot < (uint)engines.Length ? engines[slot] : Find(slot);
    }

    /// <summary>Makes an engine the default one of some scopes, until the result is disposed.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="catalogs">The manifests whose scopes it serves; empty for every scope that no other host names.</param>
    public static IDisposable Open(FlagEngine engine, IReadOnlyList<FlagCatalog> catalogs)
    {
        DefaultEngineScope opened = new(engine, [.. catalogs.Select(static catalog => catalog.Scope)]);
        lock (Gate)
        {
            Opened.Add(opened);
            Settle();
        }

        return opened;
    }

    /// <summary>Whether a host other than that of an engine names a scope as its own.</summary>
    public static bool IsServedByOther(FlagEngine engine, string scope)
    {
        lock (Gate)
        {
            return Opened.Exists(opened => !ReferenceEquals(opened.Engine, engine) && opened.Names(scope));
        }
    }

    public static void Close(DefaultEngineScope opened)
    {
        lock (Gate)
        {
            if (Opened.Remove(opened))
            {
                Settle();
            }
        }
    }

    /// <summary>For slots that were handed out since the engines were settled.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FlagEngine Find(int slot)
    {
        lock (Gate)
        {
            Settle();
            return (uint)slot < (uint)s_bySlot.Length ? s_bySlot[slot] : s_last;
        }
    }

    private static void Settle()
    {
        ImmutableHashSet<string> named = [.. Opened.SelectMany(static opened => opened.Scopes)];
        foreach (DefaultEngineScope opened in Opened.Where(static opened => opened.NamesNone))
        {
            opened.Engine.Leave(named);
        }

        FlagSlot[] slots = FlagSlots.TableAsRead.Slots;
        FlagEngine[] engines = new FlagEngine[slots.Length];
        Dictionary<string, FlagEngine> byScope = new(StringComparer.Ordinal);
        for (int i = 0; i < engines.Length; i++)
        {
            string scope = slots[i].Scope;
            if (!byScope.TryGetValue(scope, out FlagEngine? engine))
            {
                byScope.Add(scope, engine = EngineOf(scope));
            }

            engines[i] = engine;
        }

        Volatile.Write(ref s_last, Opened.Count > 0 ? Opened[^1].Engine : Unhosted);
        Volatile.Write(ref s_bySlot, engines);
    }

    private static FlagEngine EngineOf(string scope) =>
        (Opened.FindLast(opened => opened.Names(scope)) ?? Opened.FindLast(static opened => opened.NamesNone))?.Engine ?? Unhosted;
}
