using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>What stands between two reads, and lets them differ.</summary>
internal static class Interruptions
{
    private const string Namespace = "Aurum.FlagGen";

    /// <summary>Whether the code between two reads means them to differ: it sets a variable that they use, opens or closes a scope, or changes flags.</summary>
    /// <param name="scope">What contains both.</param>
    /// <param name="first">The one that stands first.</param>
    /// <param name="second">The other.</param>
    public static bool Change(IOperation scope, FlagRead first, FlagRead second) =>
        Between(scope, first, second).Any(operation => IsChange(operation) || Sets(operation, second.Decider) || Sets(operation, second.Asker));

    /// <summary>Whether time may pass between two reads, in which anything happens.</summary>
    /// <inheritdoc cref="Change"/>
    public static bool Wait(IOperation scope, FlagRead first, FlagRead second) => Between(scope, first, second).Any(static operation =>
        operation is IAwaitOperation or IReturnOperation { Kind: OperationKind.YieldReturn } or IForEachLoopOperation { IsAsynchronous: true });

    private static IEnumerable<IOperation> Between(IOperation scope, FlagRead first, FlagRead second)
    {
        TextSpan span = TextSpan.FromBounds(first.Call.Syntax.Span.End, Math.Max(first.Call.Syntax.Span.End, second.Call.Syntax.SpanStart));
        return scope.Descendants().Where(operation => span.Contains(operation.Syntax.SpanStart));
    }

    private static bool IsChange(IOperation operation) => operation switch
    {
        IUsingOperation or IUsingDeclarationOperation => true,
        IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync" } => true,
        IInvocationOperation call => IsOurs(call.TargetMethod.ContainingNamespace) && !IsQuestion(call.TargetMethod),
        _ => false,
    };

    private static bool IsOurs(INamespaceSymbol? space) => space?.ToDisplayString() is { } name && (name == Namespace || name.StartsWith(Namespace + ".", StringComparison.Ordinal));

    /// <summary>What decides or tells, and changes nothing. The generated types are of the project's own namespace.</summary>
    private static bool IsQuestion(IMethodSymbol method) =>
        FlagReads.IsRead(method)
        || method.Name is "Explain" or "Track" or "Capture" or "From" or "EvaluateAll" or "IsEnabledAsync" or "GetVariantAsync" or "ExplainAsync" or "EvaluateAllAsync"
        || method.Name.StartsWith("Get", StringComparison.Ordinal);

    private static bool Sets(IOperation operation, ISymbol? variable) =>
        variable is not null && SymbolEqualityComparer.Default.Equals(SymbolOf(operation), variable) && IsSet(operation);

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    private static bool IsSet(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        IPropertyReferenceOperation property => property.Instance == reference && IsSet(property),
        ITupleOperation or IAddressOfOperation or IIncrementOrDecrementOperation => true,
        _ => false,
    };
}
