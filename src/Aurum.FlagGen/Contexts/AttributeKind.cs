namespace Aurum.FlagGen.Contexts;

/// <summary>The kinds of attribute. A date and time counts as a text, save where a condition compares times.</summary>
internal enum AttributeKind
{
    /// <summary>There is no such attribute, or it is null: rules cannot tell the two apart.</summary>
    Missing,
    String,
    Integer,
    Number,

    /// <summary>A number that neither 64 bits nor double precision hold with all its digits.</summary>
    ExactNumber,

    Boolean,
    DateTime,
    List,

    /// <summary>Present, and equal to nothing.</summary>
    Object,

    /// <summary>Present, and of a kind that no condition understands, so that every condition on it is false.</summary>
    NotUnderstood,
}
