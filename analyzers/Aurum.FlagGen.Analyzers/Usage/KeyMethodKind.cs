namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>What a method that takes a flag's key does with the flag.</summary>
internal enum KeyMethodKind
{
    /// <summary>Anything else than the others: reads the definition, writes it, tracks, explains.</summary>
    Other,

    IsEnabled,
    GetVariant,

    /// <summary>Evaluates to whichever type the flag has.</summary>
    Evaluate,

    EvaluateBoolean,
    EvaluateString,
    EvaluateInteger,
    EvaluateNumber,
    EvaluateObject,

    /// <summary>Takes the flag away; what is taken away need not be declared any more.</summary>
    Delete,
}
