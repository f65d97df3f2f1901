using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Manifest.Model;

/// <summary>A flag as a manifest declares it: what shapes the generated code, beside the JSON that says the rest.</summary>
internal sealed class ManifestFlag
{
    public required string Key { get; init; }

    /// <summary>Where the key stands, quotes included.</summary>
    public required TextRange KeyRange { get; init; }

    public required FlagType Type { get; init; }

    /// <summary>The definition: the JSON object below the key.</summary>
    public required JsonNode Node { get; init; }

    /// <summary>C# identifiers from the outermost group to the member: <c>Checkout</c>, <c>Flow</c>.</summary>
    public required IReadOnlyList<string> AccessorPath { get; init; }

    /// <summary>The declared variants' names in the order in which they were written; for type variant these are the enum.</summary>
    public required IReadOnlyList<string> Variants { get; init; }

    /// <summary>The events of <c>ab_test.track_events</c>.</summary>
    public required IReadOnlyList<string> TrackEvents { get; init; }

    public required bool IsCompileTime { get; init; }

    public string? Description { get; init; }

    public string? Owner { get; init; }

    /// <summary>The last day on which the flag is not stale, as written (<c>yyyy-MM-dd</c>), where it is a date.</summary>
    public string? Expires { get; init; }

    public bool IsPermanent { get; init; }

    public bool IsRetired { get; init; }

    /// <summary>No error touches what the generated code is made of (key, accessor, type, variants, default, schema): its member can be emitted.</summary>
    public required bool HasSoundShape { get; init; }

    /// <summary>No error at all lies within the flag.</summary>
    public required bool IsSound { get; init; }
}
