namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>What a method that takes a flag's key does with the flag.</summary>
internal enum KeyMethodKind
{
    /// <summary>Reads or writes the flag's definition.</summary>
    Manage,

    IsEnabled,
    GetVariant,

    /// <summary>Evaluates to whichever type the flag has.</summary>
    Evaluate,

    /// <summary>Evaluates to one type, whichever the flag has.</summary>
    EvaluateAs,

    Explain,
    Track,

    /// <summary>Takes the flag away; what is taken away need not be declared any more.</summary>
    Delete,
}
