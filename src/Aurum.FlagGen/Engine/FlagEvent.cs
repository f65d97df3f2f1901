namespace Aurum.FlagGen;

/// <summary>Something that happened to a unit that may have seen a flag.</summary>
public readonly record struct FlagEvent
{
    /// <summary>The flag's key.</summary>
    public required string FlagKey { get; init; }

    /// <summary>The scope of the manifest that declares the flag; null where none does. Two manifests may have the same key, each in its scope.</summary>
    public string? Scope { get; init; }

    /// <summary>The event's name.</summary>
    public required string EventName { get; init; }

    /// <summary>To whom it happened.</summary>
    public required FlagContext Context { get; init; }

    /// <summary>The variant that the flag gives the unit, or null.</summary>
    public string? Variant { get; init; }

    /// <summary>Whether the flag's value and context must never leave the process.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }
}
