using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.Analyzers.Variants;

/// <summary>AFG2008: a switch over a flag's variants that leaves some out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingVariantAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.MissingVariant,
        title: "A switch leaves out variants",
        messageFormat: "The switch over the variants of flag {0} has no arm for {1}; add it, or an arm for the rest that does something",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.MissingVariant));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static compilation => FlagAnalysis.Start(compilation, Start));
    }

    private static void Start(CompilationStartAnalysisContext context, ProjectFlags flags) =>
        context.RegisterOperationAction(operation => Visit(operation, flags), OperationKind.Switch, OperationKind.SwitchExpression);

    private static void Visit(OperationAnalysisContext context, ProjectFlags flags)
    {
        if (VariantSwitch.FindEnum(context.Operation) is not { TypeKind: TypeKind.Enum } variants || flags.Symbols.FindByVariants(variants) is not { } flag)
        {
            return;
        }

        ImmutableArray<IFieldSymbol> missing = VariantSwitch.FindMissing(context.Operation, variants);
        if (!missing.IsEmpty && KeywordOf(context.Operation.Syntax) is var location && WrittenCode.Contains(location, context))
        {
            string names = string.Join(", ", missing.Select(member => $"'{NameOf(flag, member)}'"));
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, flag.Phrase, names));
        }
    }

    /// <summary>The enum numbers the variants in the order of the manifest.</summary>
    private static string NameOf(DeclaredFlag flag, IFieldSymbol member) =>
        member.ConstantValue is int index && index < flag.Flag.Variants.Count ? flag.Flag.Variants[index] : member.Name;

    private static Location KeywordOf(SyntaxNode syntax) => syntax switch
    {
        SwitchExpressionSyntax expression => expression.SwitchKeyword.GetLocation(),
        SwitchStatementSyntax statement => statement.SwitchKeyword.GetLocation(),
        _ => syntax.GetLocation(),
    };
}
