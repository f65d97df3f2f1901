namespace Aurum.FlagGen;

/// <summary>What kind of value a flag gives.</summary>
#if FLAGGEN_RUNTIME
public
#else
internal
#endif
enum FlagType
{
    /// <summary><see langword="true"/> or <see langword="false"/>.</summary>
    Boolean,

    /// <summary>A text.</summary>
    String,

    /// <summary>A whole number of 32 bits, with a sign.</summary>
    Integer,

    /// <summary>A number of double precision.</summary>
    Number,

    /// <summary>A JSON object.</summary>
    Object,

    /// <summary>One name out of a declared list; the name is the value.</summary>
    Variant,
}
