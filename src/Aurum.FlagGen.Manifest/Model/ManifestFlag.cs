namespace Aurum.FlagGen.Manifest.Model;

/// <summary>A flag as a manifest declares it: what shapes the generated code, beside the JSON that says the rest. The checkers add what they find to a copy.</summary>
internal sealed record ManifestFlag
{
    /// <summary>The key; empty for a definition that lacks it.</summary>
    public required string Key { get; init; }

    /// <summary>Where the key stands, quotes included; in a definition, which has it as a member, that member's value.</summary>
    public required TextRange KeyRange { get; init; }

    /// <summary>The definition: the JSON object below the key.</summary>
    public required JsonNode Node { get; init; }

    public FlagType Type { get; init; }

    /// <summary>Whether the type could be read; nothing is compared with one that is only a guess.</summary>
    public bool IsTypeKnown { get; init; }

    /// <summary>The declared variants' names in the order of the text; for type variant these are the enum.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Whether the variants could be read; nothing is looked up among those that could not.</summary>
    public bool AreVariantsKnown { get; init; }

    /// <summary>The arms of the test in the order of the text.</summary>
    public IReadOnlyList<string> TestVariants { get; init; } = [];

    /// <summary>The events of <c>ab_test.track_events</c>.</summary>
    public IReadOnlyList<string> TrackEvents { get; init; } = [];

    /// <summary>C# identifiers from the outermost group to the member: <c>Checkout</c>, <c>Flow</c>. Empty where the key or the accessor gives none.</summary>
    public IReadOnlyList<string> AccessorPath { get; init; } = [];

    /// <summary>The payload schema where it is one that values can be compared with.</summary>
    public JsonNode? PayloadSchema { get; init; }

    public bool IsCompileTime { get; init; }

    /// <summary>Whether it could be read when the flag is decided; where not, nothing is said of members that belong to one of the two times.</summary>
    public bool IsEvaluationKnown { get; init; }

    public string? Description { get; init; }

    public string? Owner { get; init; }

    /// <summary>The last day on which the flag is not stale, as written (<c>yyyy-MM-dd</c>), where it is a date.</summary>
    public string? Expires { get; init; }

    public bool IsPermanent { get; init; }

    public bool IsRetired { get; init; }

    /// <summary>The other flags that its rules and plans name, as far as they are known.</summary>
    public IReadOnlyList<FlagReference> References { get; init; } = [];

    /// <summary>No error touches what the generated code is made of (key, accessor, type, variants, default, schema): its member can be emitted.</summary>
    public bool HasSoundShape { get; init; }

    /// <summary>Whether a struct of its own is generated for it, because none of the runtime's has its members.</summary>
    public bool NeedsHandle => Type == FlagType.Variant || TrackEvents.Count > 0 || IsCompileTime;
}
