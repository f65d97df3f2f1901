using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Reads;
using Aurum.FlagGen.Analyzers.Usage;
using Aurum.FlagGen.CodeFixes.Source;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.CodeFixes.Reads;

/// <summary>Keeps one of several branches that are the same, and takes out the question.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SameBranchesFix : SourceFix
{
    private static readonly SyntaxAnnotation Alone = new(nameof(Alone));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SameBranches];

    internal override string TitleOf(Diagnostic diagnostic) => "Take out the question";

    /// <summary>Only where the question has no effect of its own.</summary>
    private protected override SourceEdit? Prepare(SourceToFix source, Diagnostic diagnostic)
    {
        if (source.FindNode(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } syntax
            || source.Model.GetOperation(syntax, source.Token) is not IInvocationOperation call
            || new FlagReads(source.Flags).Find(call) is null)
        {
            return null;
        }

        return SameBranches.Find(call) switch
        {
            IfStatementSyntax { ContainsDirectives: false } choice => Keep(choice),
            ConditionalExpressionSyntax choice when source.Model.GetTypeInfo(choice.WhenTrue, source.Token).Type is not null =>
                new SourceEdit(choice, static node => Branches.InPlaceOfWider(((ConditionalExpressionSyntax)node).WhenTrue)),
            InvocationExpressionSyntax match => Keep(source, call, match),
            _ => null,
        };
    }

    private static SourceEdit Keep(IfStatementSyntax choice)
    {
        bool dissolves = choice.Parent is BlockSyntax or SwitchSectionSyntax && IsFreeWithoutElse(choice);
        return new SourceEdit(choice, node => Branches.Put(((IfStatementSyntax)node).Statement, choice, dissolves));
    }

    /// <summary>The names of the branch are those of the other as well, which goes.</summary>
    private static bool IsFreeWithoutElse(IfStatementSyntax choice) =>
        choice.SyntaxTree.GetRoot().ReplaceNode(choice, choice.WithElse(null).WithAdditionalAnnotations(Alone)) is { } root
        && root.GetAnnotatedNodes(Alone).FirstOrDefault() is IfStatementSyntax alone
        && Branches.CanDissolve(alone.Statement, alone);

    private static SourceEdit? Keep(SourceToFix source, IInvocationOperation call, InvocationExpressionSyntax match)
    {
        IArgumentOperation first = call.Arguments.First(static argument => argument.Parameter?.Ordinal > 0);
        ExpressionSyntax arm = ((ArgumentSyntax)first.Syntax).Expression;
        bool isValue = call.TargetMethod.OriginalDefinition.Parameters[first.Parameter!.Ordinal].Type is ITypeParameterSymbol;
        ExpressionSyntax? kept = isValue ? ValueOf(first.Value, arm) : CallOf(source, arm);
        bool isSame = kept is not null && (call.TargetMethod.ReturnsVoid ? match.Parent is ExpressionStatementSyntax && kept is InvocationExpressionSyntax or AssignmentExpressionSyntax : HasType(source, call, kept));
        return isSame ? new SourceEdit(match, _ => Branches.InPlaceOfWider(kept!.WithoutTrivia())) : null;
    }

    /// <summary>What is called for is of the type that the whole has. A method's name has none yet.</summary>
    private static bool HasType(SourceToFix source, IInvocationOperation call, ExpressionSyntax kept) =>
        kept.SyntaxTree != source.Root.SyntaxTree || SymbolEqualityComparer.Default.Equals(source.Model.GetTypeInfo(kept, source.Token).Type, call.Type);

    /// <summary>Values are computed once for every arm; one that does something would do it less often.</summary>
    private static ExpressionSyntax? ValueOf(IOperation value, ExpressionSyntax arm)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value.ConstantValue.HasValue || value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation ? arm : null;
    }

    private static ExpressionSyntax? CallOf(SourceToFix source, ExpressionSyntax arm) => arm switch
    {
        ParenthesizedLambdaExpressionSyntax { ExpressionBody: { } body, Modifiers.Count: 0 } => body,
        IdentifierNameSyntax or MemberAccessExpressionSyntax when source.Model.GetSymbolInfo(arm, source.Token).Symbol is IMethodSymbol =>
            SyntaxFactory.InvocationExpression(arm.WithoutTrivia()),
        _ => null,
    };
}
