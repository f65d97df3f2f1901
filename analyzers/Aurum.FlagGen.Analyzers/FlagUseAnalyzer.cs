using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Keys;
using Aurum.FlagGen.Analyzers.Lifecycle;
using Aurum.FlagGen.Analyzers.Reads;
using Aurum.FlagGen.Analyzers.Usage;
using Aurum.FlagGen.Analyzers.Variants;

namespace Aurum.FlagGen.Analyzers;

/// <summary>Reports what is wrong with single uses of flags. It finds the uses once, and every rule looks at each.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlagUseAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<IFlagUseRule> Rules =
    [
        new UnusedFlagRule(),
        new UndeclaredKeyRule(),
        new KeyInPlaceOfAccessorRule(),
        new UnknownKeyRule(),
        new WrongTypeRule(),
        new UndeclaredVariantRule(),
        new CompileTimeKeyRule(),
        new RetiredFlagRule(),
        new ExpiredFlagRule(),
        new MissingContextRule(),
        new TornReadRule(),
        new BlockedEvaluationRule(),
        new ConstantCheckRule(),
        new SameBranchesRule(),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Select(static rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static compilation => FlagAnalysis.Start(compilation, Start));
    }

    private static void Start(CompilationStartAnalysisContext context, ProjectFlags flags)
    {
        FlagReads reads = new(flags);
        FlagUsePass pass = new(
            flags,
            [.. from rule in Rules let check = rule.Start(flags, context.Options) where check is not null select (rule, check)],
            new ThreadLocal<MemberReads>(() => new MemberReads(reads)));
        context.RegisterOperationAction(pass.VisitProperty, OperationKind.PropertyReference);
        context.RegisterOperationAction(pass.VisitField, OperationKind.FieldReference);
        context.RegisterOperationAction(pass.VisitInvocation, OperationKind.Invocation);
        if (pass.HasSummaries)
        {
            context.RegisterCompilationEndAction(pass.Finish);
        }
    }
}
