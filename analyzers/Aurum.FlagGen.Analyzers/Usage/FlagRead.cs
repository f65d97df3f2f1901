using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>A call that gives a flag's value, and what tells whether another gives the same.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Call">The call.</param>
/// <param name="Decider">The variable that holds the engine or the flags that decide; null for the default engine.</param>
/// <param name="Asker">The variable that holds the context; null for the ambient one.</param>
internal sealed record FlagRead(DeclaredFlag Flag, IInvocationOperation Call, ISymbol? Decider, ISymbol? Asker)
{
    /// <summary>Whether the call says if the flag is on.</summary>
    public bool IsCheck => FlagReads.IsCheck(Call.TargetMethod);

    /// <summary>Whether both ask for the same flag, of the same engine, for the same context.</summary>
    public bool IsSame(FlagRead other) =>
        Flag == other.Flag
        && SymbolEqualityComparer.Default.Equals(Decider, other.Decider)
        && SymbolEqualityComparer.Default.Equals(Asker, other.Asker);
}
