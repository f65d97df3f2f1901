using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Usage.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Analyzers.Usage;

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
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (ProjectFlags.For(context.Compilation, context.Options, context.CancellationToken) is not { } flags)
        {
            return;
        }

        IFlagUseCheck[] checks = [.. Rules.Select(rule => rule.Start(flags, context.Options)).OfType<IFlagUseCheck>()];
        IFlagUseSummary[] summaries = [.. checks.OfType<IFlagUseSummary>()];
        FlagUsePass pass = new(flags, [.. checks], [.. summaries]);
        context.RegisterOperationAction(pass.VisitProperty, OperationKind.PropertyReference);
        context.RegisterOperationAction(pass.VisitField, OperationKind.FieldReference);
        context.RegisterOperationAction(pass.VisitInvocation, OperationKind.Invocation);
        if (summaries.Length > 0)
        {
            context.RegisterCompilationEndAction(pass.Finish);
        }
    }
}
