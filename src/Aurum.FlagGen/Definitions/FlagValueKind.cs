namespace Aurum.FlagGen;

/// <summary>The kinds of JSON value.</summary>
public enum FlagValueKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary><see langword="true"/> or <see langword="false"/>.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    String,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>A JSON object.</summary>
    Object,
}
