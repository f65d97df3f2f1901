namespace Aurum.FlagGen.Generators.Model;

/// <summary>How the value of a generated property is made.</summary>
internal enum MemberKind
{
    /// <summary>By the method that makes the handles of boolean flags.</summary>
    Boolean,

    /// <summary>From an engine and a slot.</summary>
    Value,

    /// <summary>A generated struct over an engine: a group, or a flag with members of its own.</summary>
    OverEngine,

    /// <summary>A generated struct without state: a compile-time flag.</summary>
    Stateless,
}
