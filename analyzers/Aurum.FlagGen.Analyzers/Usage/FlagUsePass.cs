using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>Finds the uses of flags in one compilation and shows each to every rule.</summary>
/// <remarks>
/// It is called for every property, field and call of the project, so what is no use of a flag is told by its name first, and passed over without allocating
/// anything. What most uses are, a first read in a member, costs little more: docs/performance.md has the figures.
/// </remarks>
internal sealed class FlagUsePass
{
    private readonly ProjectFlags _flags;
    private readonly GeneratedSymbols _symbols;
    private readonly KeyMethods _keyMethods;
    private readonly IFlagUseCheck[][] _checks;
    private readonly IFlagUseSummary[] _summaries;
    private readonly ThreadLocal<MemberReads> _reads;

    /// <param name="flags">The project's flags.</param>
    /// <param name="rules">The rules that have something to do in the compilation, each with what does it.</param>
    /// <param name="reads">What each thread remembers of the member that it looks at. Nobody is told when the last member was visited, so its finalizer ends it.</param>
    public FlagUsePass(ProjectFlags flags, IReadOnlyCollection<(IFlagUseRule Rule, IFlagUseCheck Check)> rules, ThreadLocal<MemberReads> reads)
    {
        _flags = flags;
        _symbols = flags.Symbols;
        _keyMethods = flags.KeyMethods;
        _checks =
        [
            .. from kind in (FlagUseKind[])[FlagUseKind.Accessor, FlagUseKind.Key, FlagUseKind.Constant]
               select rules.Where(rule => rule.Rule.Kind is null || rule.Rule.Kind == kind).Select(static rule => rule.Check).ToArray(),
        ];
        _summaries = [.. rules.Select(static rule => rule.Check).OfType<IFlagUseSummary>()];
        _reads = reads;
    }

    /// <summary>Whether something is left to say when all uses are known.</summary>
    public bool HasSummaries => _summaries.Length > 0;

    public void VisitProperty(OperationAnalysisContext context)
    {
        IPropertyReferenceOperation reference = (IPropertyReferenceOperation)context.Operation;
        if (_symbols.Find(reference.Property)?.Flag is { } flag && !IsWayToAnother(reference))
        {
            Visit(new FlagUse(FlagUseKind.Accessor, flag, reference, FindCall(reference), null), context);
        }
    }

    public void VisitField(OperationAnalysisContext context)
    {
        IFieldReferenceOperation reference = (IFieldReferenceOperation)context.Operation;
        if (_symbols.FindManifest(reference.Field) is not null && !IsKeyArgument(reference) && _flags.Find(reference) is { } flag)
        {
            Visit(new FlagUse(FlagUseKind.Constant, flag, reference, null, null), context);
        }
    }

    public void VisitInvocation(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (_keyMethods.Find(call.TargetMethod) is { } method && FindArgument(call, method.KeyParameter) is { } argument)
        {
            Visit(new FlagUse(FlagUseKind.Key, _flags.Find(argument), argument, call, method), context);
        }
    }

    public void Finish(CompilationAnalysisContext context)
    {
        foreach (IFlagUseSummary summary in _summaries)
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
        reference.Parent is IPropertyReferenceOperation outer && outer.Instance == reference && _symbols.Find(outer.Property) is not null;

    /// <summary>Whether the call to which a constant is given will be seen as a use itself.</summary>
    private bool IsKeyArgument(IOperation constant) =>
        constant.Parent is IArgumentOperation { Parent: IInvocationOperation call } argument
        && _keyMethods.Find(call.TargetMethod)?.KeyParameter == argument.Parameter?.Ordinal;

    private void Visit(in FlagUse use, OperationAnalysisContext context)
    {
        foreach (IFlagUseSummary summary in _summaries)
        {
            summary.Count(use);
        }

        IFlagUseCheck[] checks = _checks[(int)use.Kind];
        if (checks.Length == 0 || (context.IsGeneratedCode && !WrittenCode.Contains(use.Location, context)))
        {
            return;
        }

        FlagUse seen = use is { Flag: { } flag, Call: { } call } && _reads.Value.Note(flag, call, context.ContainingSymbol) is { } repeated ? use.With(repeated) : use;
        foreach (IFlagUseCheck check in checks)
        {
            check.Check(seen, context);
        }
    }
}
