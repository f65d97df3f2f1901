namespace Aurum.FlagGen.Generators.Model;

/// <summary>What a member of a payload is read as.</summary>
internal enum PayloadKind
{
    String,
    Integer,
    Number,
    Boolean,

    /// <summary>A generated record.</summary>
    Record,

    List,

    /// <summary>JSON as it is: what the schema leaves open, or says in a way that is not understood.</summary>
    Json,
}
