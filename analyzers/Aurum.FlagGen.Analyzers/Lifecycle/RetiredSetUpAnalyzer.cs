using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Lifecycle;

/// <summary>AFG4001: a test sets up a flag that gives one value for everybody and is about to go.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetiredSetUpAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.RetiredSetUp,
        title: "A test sets up a retired flag",
        messageFormat: "Flag {0} is retired, so what a test sets it to never happens outside of the test; delete the set-up",
        category: Categories.Tests,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.RetiredSetUp));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static compilation => FlagAnalysis.Start(compilation, Start));
    }

    private static void Start(CompilationStartAnalysisContext context, ProjectFlags flags)
    {
        if (context.Compilation.GetTypeByMetadataName(TestingNames.Overrides) is null || !flags.All.Any(static flag => flag.Flag.IsRetired))
        {
            return;
        }

        TestSetUps setUps = new(context.Compilation, flags);
        context.RegisterOperationAction(call => Report(call, setUps.Find((IInvocationOperation)call.Operation)), OperationKind.Invocation);
        context.RegisterOperationAction(attribute => Report(attribute, setUps.Find((IAttributeOperation)attribute.Operation)), OperationKind.Attribute);
    }

    private static void Report(OperationAnalysisContext context, IEnumerable<(IOperation Name, DeclaredFlag Flag)> setUps)
    {
        foreach ((IOperation name, DeclaredFlag flag) in setUps)
        {
            if (flag.Flag.IsRetired)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, NameOf(name.Syntax).GetLocation(), FixProperties.For(flag), flag.Phrase));
            }
        }
    }

    private static SyntaxNode NameOf(SyntaxNode reference) => reference is MemberAccessExpressionSyntax access ? access.Name : reference;
}
