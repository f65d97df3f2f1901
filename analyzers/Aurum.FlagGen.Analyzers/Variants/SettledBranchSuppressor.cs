using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Variants;

/// <summary>AFG9001: the compiler's warning of code that cannot be reached is left out where a compile-time flag is what closes the way: another build opens it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettledBranchSuppressor : DiagnosticSuppressor
{
    private const string UnreachableCode = "CS0162";

    private static readonly SuppressionDescriptor Rule = new(
        DiagnosticIds.SettledBranch, UnreachableCode, "A compile-time flag, which another build may settle otherwise, decides whether the code is reached");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Rule];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (ProjectFlags.For(context.Compilation, context.Options, context.CancellationToken) is not { } flags)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree && IsSettled(tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan), context.GetSemanticModel(tree), flags, context.CancellationToken))
            {
                context.ReportSuppression(Suppression.Create(Rule, diagnostic));
            }
        }
    }

    /// <summary>Whether the code lies in the branch that a constant flag closes, or behind a check of one that lets nobody pass.</summary>
    private static bool IsSettled(SyntaxNode code, SemanticModel model, ProjectFlags flags, CancellationToken token)
    {
        for (SyntaxNode? node = code; node is not null and (not MemberDeclarationSyntax or GlobalStatementSyntax); node = node.Parent)
        {
            if (node is StatementSyntax branch && ConditionOver(branch) is { } condition && IsOfFlag(condition, model, flags, token) && model.AnalyzeControlFlow(branch) is { Succeeded: true, StartPointIsReachable: false })
            {
                return true;
            }

            if (node is StatementSyntax or GlobalStatementSyntax
                && StatementsBefore(node).OfType<IfStatementSyntax>().Any(check => IsOfFlag(check.Condition, model, flags, token) && model.AnalyzeControlFlow(check) is { Succeeded: true, EndPointIsReachable: false }))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<StatementSyntax> StatementsBefore(SyntaxNode statement) => statement.Parent!.ChildNodes()
        .TakeWhile(other => other != statement)
        .Select(static other => other is GlobalStatementSyntax global ? global.Statement : other)
        .OfType<StatementSyntax>();

    private static ExpressionSyntax? ConditionOver(StatementSyntax branch) => branch.Parent switch
    {
        IfStatementSyntax check => check.Condition,
        ElseClauseSyntax { Parent: IfStatementSyntax check } => check.Condition,
        WhileStatementSyntax loop => loop.Condition,
        ForStatementSyntax loop => loop.Condition,
        _ => null,
    };

    private static bool IsOfFlag(ExpressionSyntax condition, SemanticModel model, ProjectFlags flags, CancellationToken token) =>
        model.GetOperation(condition, token) is { } operation
        && operation.DescendantsAndSelf().OfType<IFieldReferenceOperation>().Any(reference => flags.Symbols.IsSettled(reference.Field));
}
