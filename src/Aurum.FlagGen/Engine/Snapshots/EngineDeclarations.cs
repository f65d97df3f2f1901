using System.Collections.Immutable;

namespace Aurum.FlagGen.Engine;

/// <summary>What an engine takes from the manifests of the process: which it serves, and how their keys are told apart. Immutable.</summary>
internal sealed class EngineDeclarations
{
    private readonly IReadOnlyList<FlagCatalog> _added;
    private readonly HashSet<string> _scopes;
    private readonly Dictionary<string, FlagSlot> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _contested = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlagCatalog> _terms = new(StringComparer.Ordinal);
    private readonly HashSet<FlagCatalog> _apart = [];
    private readonly List<FlagCatalog> _served = [];
    private readonly List<FlagCatalog> _foreign = [];

    private EngineDeclarations(SlotTable table, IReadOnlyList<FlagCatalog> added, IReadOnlySet<string> left)
    {
        Table = table;
        Left = left;
        _added = added;
        _scopes = [.. added.Select(static catalog => catalog.Scope)];
        foreach (FlagCatalog catalog in added.Concat(table.Catalogs).Distinct())
        {
            if (Serves(catalog.Scope))
            {
                AddServed(catalog);
            }
            else
            {
                _foreign.Add(catalog);
            }
        }

        SetContestedKeysApart();
    }

    public SlotTable Table { get; }

    /// <summary>The scopes that an engine without manifests of its own leaves to others.</summary>
    public IReadOnlySet<string> Left { get; }

    /// <summary>The manifests whose flags the store decides.</summary>
    public IReadOnlyList<FlagCatalog> Served => _served;

    /// <summary>Served manifests that use a name of another for something else. Each is compiled by itself beside the whole.</summary>
    public IReadOnlyCollection<FlagCatalog> Apart => _apart;

    /// <summary>Manifests of other scopes. They are answered without the store, which is not theirs.</summary>
    public IReadOnlyList<FlagCatalog> Foreign => _foreign;

    /// <summary>The declared flag that a key alone names.</summary>
    public IReadOnlyDictionary<string, FlagSlot> ByKey => _byKey;

    /// <summary>Keys that name several declared flags, each with a sentence that says so.</summary>
    public IReadOnlyDictionary<string, string> Contested => _contested;

    /// <param name="table">The slots and manifests of the process.</param>
    /// <param name="added">The manifests that were added to the engine's host; empty for an engine that serves all scopes.</param>
    public static EngineDeclarations Of(SlotTable table, IReadOnlyList<FlagCatalog> added) => new(table, added, ImmutableHashSet<string>.Empty);

    /// <summary>The same for another state of the process.</summary>
    /// <param name="table">The slots and manifests of the process.</param>
    /// <param name="left">The scopes that other hosts name as theirs.</param>
    public EngineDeclarations At(SlotTable table, IReadOnlySet<string> left) => IsAt(table, left) ? this : new EngineDeclarations(table, _added, left);

    /// <summary>Whether they are of this state of the process.</summary>
    public bool IsAt(SlotTable table, IReadOnlySet<string> left) => ReferenceEquals(table, Table) && ReferenceEquals(left, Left);

    public bool Serves(string scope) => _scopes.Count == 0 ? !Left.Contains(scope) : _scopes.Contains(scope);

    /// <summary>The flags of a single manifest, by key.</summary>
    public Dictionary<string, FlagSlot> SlotsOf(FlagCatalog catalog)
    {
        Dictionary<string, FlagSlot> slots = new(catalog.Slots.Length, StringComparer.Ordinal);
        foreach (int slot in catalog.Slots)
        {
            slots.TryAdd(Table.Slots[slot].Key, Table.Slots[slot]);
        }

        return slots;
    }

    private void AddServed(FlagCatalog catalog)
    {
        _served.Add(catalog);
        foreach (int index in catalog.Slots)
        {
            FlagSlot slot = Table.Slots[index];
            if (!_byKey.TryAdd(slot.Key, slot) && !slot.IsSameAs(_byKey[slot.Key]))
            {
                AddContradiction(_byKey[slot.Key], slot);
            }
        }

        foreach ((string name, string text) in catalog.SharedTerms)
        {
            if (!_terms.TryAdd(name, catalog) && _terms[name].SharedTerms[name] != text)
            {
                _apart.UnionWith([catalog, _terms[name]]);
            }
        }
    }

    /// <summary>A contested key names no flag of the whole, so each manifest that declares one is compiled by itself, also one that agrees with another.</summary>
    private void SetContestedKeysApart()
    {
        if (_contested.Count == 0)
        {
            return;
        }

        _apart.UnionWith(_served.Where(catalog => catalog.Slots.Any(slot => _contested.ContainsKey(Table.Slots[slot].Key))));
        foreach (string key in _contested.Keys)
        {
            _byKey.Remove(key);
        }
    }

    private void AddContradiction(FlagSlot first, FlagSlot second)
    {
        _apart.UnionWith([first.Catalog, second.Catalog]);

        // A manifest that was added to the host goes before one that is only in the process.
        if (_added.Count == 0 || _added.Contains(second.Catalog))
        {
            _contested.TryAdd(
                second.Key,
                $"The key '{second.Key}' alone does not tell which flag is meant: {first.Catalog.Place} and {second.Catalog.Place} both declare it. Ask the generated member, give each host the manifests that it serves (AddFlagGen().Add{second.Catalog.Owner.Name}()), or rename one of the flags.");
        }
    }
}
