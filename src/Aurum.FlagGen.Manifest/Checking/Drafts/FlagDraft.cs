using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>A flag while it is checked: what its checkers found out for one another.</summary>
internal sealed class FlagDraft(string key, TextRange keyRange, JsonNode node)
{
    private List<FlagReference>? _references;
    private PatternBudget? _patterns;

    public string Key { get; } = key;

    /// <summary>Whether it has a key; a definition may lack it, and everything else in it is then checked all the same.</summary>
    public bool HasKey { get; init; } = true;

    /// <summary>Where the key stands; in a definition, which has it as a member, that member's value.</summary>
    public TextRange KeyRange { get; } = keyRange;

    public JsonNode Node { get; } = node;

    public CheckedObject Members { get; set; }

    public FlagType Type { get; set; }

    /// <summary>Whether the type could be read; nothing is compared with one that is only a guess.</summary>
    public bool IsTypeKnown { get; set; }

    /// <summary>Whether the variants could be read; nothing is looked up among those that could not.</summary>
    public bool AreVariantsKnown { get; set; }

    /// <summary>The declared variants in the order of the text.</summary>
    public IReadOnlyList<string> Variants { get; set; } = [];

    /// <summary>The arms of the test in the order of the text.</summary>
    public IReadOnlyList<string> TestVariants { get; set; } = [];

    public IReadOnlyList<string> TrackEvents { get; set; } = [];

    public IReadOnlyList<string> AccessorPath { get; set; } = [];

    public bool IsCompileTime { get; set; }

    /// <summary>Whether it could be read when the flag is decided; where not, nothing is said of members that belong to one of the two times.</summary>
    public bool IsEvaluationKnown { get; set; }

    /// <summary>The symbol for <c>#if</c>, where it has one.</summary>
    public string? Symbol { get; set; }

    public bool IsRetired { get; set; }

    /// <summary>The last day on which it is not stale, where that could be read.</summary>
    public string? Expires { get; set; }

    /// <summary>Whether its shape is sound as far as it shows by itself; whether the other flags leave room for its names is asked of all together.</summary>
    public bool HasSoundShape { get; set; } = true;

    /// <summary>The payload schema where it is one that values can be compared with.</summary>
    public JsonNode? PayloadSchema { get; set; }

    /// <summary>Whether a struct of its own is generated for it, because none of the runtime's has its members.</summary>
    public bool NeedsHandle => TrackEvents.Count > 0 || IsCompileTime;

    /// <summary>The other flags that its rules and plans name, as far as they are known.</summary>
    public IReadOnlyList<FlagReference> References => _references is null ? [] : _references;

    /// <summary>The regular expressions of its rules so far.</summary>
    public PatternBudget Patterns => _patterns ??= new PatternBudget();

    /// <summary>The names that rules and tests may serve: the declared variants, and those of the test on a boolean flag that declares none.</summary>
    public IReadOnlyList<string> ServableVariants => Type != FlagType.Boolean || Members.Has(FlagMembers.Variants) ? Variants : TestVariants;

    public void AddReference(FlagReference reference) => (_references ??= []).Add(reference);
}
