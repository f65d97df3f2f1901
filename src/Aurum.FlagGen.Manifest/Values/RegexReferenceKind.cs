namespace Aurum.FlagGen.Manifest.Values;

/// <summary>What follows a backslash, as far as references go.</summary>
internal enum RegexReferenceKind
{
    /// <summary>No reference; a character's escape.</summary>
    None,

    /// <summary>Neither a reference nor an escape: a <c>\k</c> without its name, or a number too large for any group.</summary>
    Malformed,

    /// <summary>Digits alone, which are a reference only where there is such a group or they are one digit.</summary>
    BareNumber,

    /// <summary>A number in angle brackets or quotes.</summary>
    Number,

    /// <summary>A name in angle brackets or quotes.</summary>
    Name,
}
