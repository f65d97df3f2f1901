using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>Finds the uses of flags in one compilation and shows each to every rule.</summary>
/// <remarks>It is called for every property, field and call of the project, so what is no use of a flag is passed over without allocating anything.</remarks>
internal sealed class FlagUsePass(ProjectFlags flags, ImmutableArray<IFlagUseCheck> checks, ImmutableArray<IFlagUseSummary> summaries)
{
    public void VisitProperty(OperationAnalysisContext context)
    {
        IPropertyReferenceOperation reference = (IPropertyReferenceOperation)context.Operation;
        if (flags.Symbols.Find(reference.Property)?.Flag is { } flag && !IsWayToAnother(reference))
        {
            Visit(new FlagUse(FlagUseKind.Accessor, flag, reference, FindCall(reference), null), context);
        }
    }

    public void VisitField(OperationAnalysisContext context)
    {
        IFieldReferenceOperation reference = (IFieldReferenceOperation)context.Operation;
        if (flags.Symbols.IsKey(reference.Field) && !IsKeyArgument(reference) && reference.Field.ConstantValue is string key && flags.Find(key) is { } flag)
        {
            Visit(new FlagUse(FlagUseKind.Constant, flag, reference, null, null), context);
        }
    }

    public void VisitInvocation(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (flags.KeyMethods.Find(call.TargetMethod) is { } method && FindArgument(call, method.KeyParameter) is { } argument)
        {
            Visit(new FlagUse(FlagUseKind.Key, flags.Find(argument), argument, call, method), context);
        }
    }

    public void Finish(CompilationAnalysisContext context)
    {
        foreach (IFlagUseSummary summary in summaries)
        {
            summary.Finish(context);
        }
    }

    /// <summary>The key's expression; null in code that is not finished.</summary>
    private static IOperation? FindArgument(IInvocationOperation call, int parameter)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == parameter)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static IInvocationOperation? FindCall(IOperation receiver) =>
        receiver.Parent is IInvocationOperation call && call.Instance == receiver ? call : null;

    /// <summary>Whether a property that is a flag and a group stands here only for the group.</summary>
    private bool IsWayToAnother(IPropertyReferenceOperation reference) =>
        reference.Parent is IPropertyReferenceOperation outer && outer.Instance == reference && flags.Symbols.Find(outer.Property) is not null;

    /// <summary>Whether the call to which a constant is given will be seen as a use itself.</summary>
    private bool IsKeyArgument(IOperation constant) =>
        constant.Parent is IArgumentOperation { Parent: IInvocationOperation call } argument
        && flags.KeyMethods.Find(call.TargetMethod)?.KeyParameter == argument.Parameter?.Ordinal;

    private void Visit(in FlagUse use, OperationAnalysisContext context)
    {
        foreach (IFlagUseSummary summary in summaries)
        {
            summary.Count(use);
        }

        if (!WrittenCode.Contains(use.Location, context))
        {
            return;
        }

        foreach (IFlagUseCheck check in checks)
        {
            check.Check(use, context);
        }
    }
}
