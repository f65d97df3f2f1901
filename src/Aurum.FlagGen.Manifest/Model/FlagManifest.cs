using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Model;

/// <summary>A flags.json that was read and checked. It is there even when the text is faulty: it then has what could be read, and the faults.</summary>
internal sealed class FlagManifest
{
    /// <summary>The document, or null where not even its outermost value could be read.</summary>
    public required JsonNode? Root { get; init; }

    /// <summary>The C# namespace of what is generated, or null where the manifest names none (the project's root namespace then serves).</summary>
    public required string? Namespace { get; init; }

    /// <summary>The name of the generated class, from which all other generated names are made.</summary>
    public required string ClassName { get; init; }

    /// <summary>The name by which stores keep applications apart: <c>scope</c>, else the namespace, else the empty string.</summary>
    public required string Scope { get; init; }

    /// <summary>Whether there is a <c>context</c>; where there is none, rules may use any attribute.</summary>
    public required bool DeclaresContext { get; init; }

    public required IReadOnlyList<ManifestAttribute> Attributes { get; init; }

    /// <summary>What a definition may name, so that one written later is checked as if it stood in this manifest.</summary>
    public required IManifestNames Names { get; init; }

    /// <summary>Every flag whose key could be read, sound or not, in the order of the text; of flags with the same key, the first.</summary>
    public required IReadOnlyList<ManifestFlag> Flags { get; init; }

    /// <summary>Every fault, in the order of the text.</summary>
    public required IReadOnlyList<ManifestError> Errors { get; init; }
}
