using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>A manifest as far as code is generated from it. Nothing in it changes once it is made.</summary>
/// <param name="declarations">The members of the document, without its flags.</param>
/// <param name="head">What the declarations say.</param>
/// <param name="flags">Every flag whose key could be read, in the order of the text; of flags with the same key, the first.</param>
/// <param name="refused">Those whose names cannot be had.</param>
internal sealed class ManifestShape(JsonNode declarations, ManifestHead head, IReadOnlyList<FlagDraft> flags, HashSet<FlagDraft> refused)
{
    public JsonNode Declarations { get; } = declarations;

    public ManifestHead Head { get; } = head;

    public IReadOnlyList<FlagDraft> Flags { get; } = flags;

    /// <summary>Where the object of the flags stands, if every one of its members is among <see cref="Flags"/> and the text is JSON without a fault; else null.</summary>
    public TextRange? FlagsRange { get; init; }

    /// <summary>Whether no error touches what the flag's generated code is made of.</summary>
    public bool IsSound(FlagDraft flag) => flag.HasSoundShape && !refused.Contains(flag);
}
