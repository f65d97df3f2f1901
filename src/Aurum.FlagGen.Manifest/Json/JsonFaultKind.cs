namespace Aurum.FlagGen.Manifest.Json;

/// <summary>What can be wrong with a text as JSON.</summary>
internal enum JsonFaultKind
{
    /// <summary>The text is not JSON here.</summary>
    Syntax,

    /// <summary>The text is longer than the limit; nothing of it was read.</summary>
    TooLong,

    /// <summary>Too many arrays and objects stand one inside the other; what lies deeper was left out.</summary>
    TooDeep,

    /// <summary>An object has two members of one name.</summary>
    DuplicateMember,
}
