using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>A place in code that names a flag.</summary>
internal readonly struct FlagUse(FlagUseKind kind, DeclaredFlag? flag, IOperation operation, IInvocationOperation? call, KeyMethod? method, RepeatedRead? repeated = null)
{
    public FlagUseKind Kind => kind;

    /// <summary>The flag; null where a key is no constant, or is none that the project's manifests declare.</summary>
    public DeclaredFlag? Flag => flag;

    /// <summary>The generated property, the constant, or the expression of the key.</summary>
    public IOperation Operation => operation;

    /// <summary>The call that reads the flag through its property, or that takes the key; null where there is none.</summary>
    public IInvocationOperation? Call => call;

    /// <summary>For <see cref="FlagUseKind.Key"/>: what the call does with the flag.</summary>
    public KeyMethod? Method => method;

    /// <summary>For a read of what the member has read before: the reads to compare it with.</summary>
    public RepeatedRead? Repeated => repeated;

    /// <summary>For <see cref="FlagUseKind.Key"/>: the key, where it is a constant.</summary>
    public string? ConstantKey => operation.ConstantValue is { HasValue: true, Value: string key } ? key : null;

    /// <summary>Where the use is reported: at the property's own name, or the whole key.</summary>
    public Location Location => (kind == FlagUseKind.Key ? operation.Syntax : NameOf(operation.Syntax)).GetLocation();

    /// <summary>The same use, of which it is known by now that it repeats others.</summary>
    public FlagUse With(RepeatedRead earlier) => new(kind, flag, operation, call, method, earlier);

    private static SyntaxNode NameOf(SyntaxNode reference) => reference switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => reference,
    };
}
