using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.CodeFixes.Source;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.CodeFixes.Lifecycle;

/// <summary>Takes a retired flag out of what a test sets up: its statement, its element, or its key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RetiredSetUpFix : SourceFix
{
    private const string Fact = "Fact";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.RetiredSetUp];

    internal override string TitleOf(Diagnostic diagnostic) => "Delete the set-up";

    private protected override SourceEdit? Prepare(SourceToFix source, Diagnostic diagnostic)
    {
        SyntaxNode name = source.FindNode(diagnostic);
        for (SyntaxNode? node = name; node is not null and not StatementSyntax; node = node.Parent)
        {
            switch (node)
            {
                case AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute } argument:
                    return TakeOutOfMatrix(source, argument, attribute);
                case InitializerExpressionSyntax element when element.IsKind(SyntaxKind.ComplexElementInitializerExpression):
                    return TakeOut(element);
                case BaseObjectCreationExpressionSyntax { Parent: ExpressionElementSyntax element }:
                    return TakeOut(element);
                case BaseObjectCreationExpressionSyntax { Parent: InitializerExpressionSyntax } element:
                    return TakeOut(element);
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument:
                    return TakeOutOfCall(source, argument, call);
            }
        }

        return null;
    }

    private static SourceEdit TakeOut(SyntaxNode node) => new(node, Reshaping.TakeOut);

    private static SourceEdit? TakeOutOfMatrix(SourceToFix source, AttributeArgumentSyntax argument, AttributeSyntax attribute)
    {
        AttributeArgumentSyntax[] keys = [.. attribute.ArgumentList!.Arguments.Where(static other => other.NameEquals is null)];
        if (!keys.All(key => source.Model.GetConstantValue(key.Expression, source.Token) is { HasValue: true, Value: string text } && source.Flags.Find(text)?.Flag.IsRetired == true))
        {
            return TakeOut(argument);
        }

        // Without a flag to try, the test runs once.
        bool isInScope = source.Model.LookupNamespacesAndTypes(attribute.SpanStart, name: Fact + nameof(Attribute)).Any();
        return new SourceEdit(attribute, node =>
        {
            SeparatedSyntaxList<AttributeArgumentSyntax> all = ((AttributeSyntax)node).ArgumentList!.Arguments;
            AttributeArgumentSyntax[] named = [.. all.Where(static other => other.NameEquals is not null)];
            AttributeSyntax fact = SyntaxFactory.Attribute(SyntaxFactory.ParseName(isInScope ? Fact : "global::Xunit." + Fact));
            return named.Length == 0 ? fact : fact.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(named)).NormalizeWhitespace());
        });
    }

    private static SourceEdit? TakeOutOfCall(SourceToFix source, ArgumentSyntax argument, InvocationExpressionSyntax call)
    {
        string? method = (source.Model.GetSymbolInfo(call, source.Token).Symbol as IMethodSymbol)?.Name;
        if (method is not ("Set" or "Add"))
        {
            return call.ArgumentList.Arguments.Count > 1 && method == "Of" && !AreAllRetired(source, call) ? TakeOut(argument) : null;
        }

        return call.Parent switch
        {
            ExpressionStatementSyntax statement when IsInList(statement) => TakeOut(statement),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" }, Parent: ExpressionStatementSyntax statement } when IsInList(statement) => TakeOut(statement),
            UsingStatementSyntax scope => Unwrap(scope),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } variable } when IsUnused(variable) =>
                declaration.Parent switch
                {
                    LocalDeclarationStatementSyntax statement when IsInList(statement) => TakeOut(statement),
                    UsingStatementSyntax scope => Unwrap(scope),
                    _ => null,
                },
            _ => null,
        };
    }

    private static bool IsInList(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    private static SourceEdit? Unwrap(UsingStatementSyntax scope)
    {
        bool dissolves = Branches.CanDissolve(scope.Statement, scope);
        return scope.ContainsDirectives ? null : new SourceEdit(scope, node => Branches.Put(((UsingStatementSyntax)node).Statement, scope, dissolves));
    }

    private static bool IsUnused(VariableDeclaratorSyntax variable) =>
        variable.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && !member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Identifier.ValueText);

    private static bool AreAllRetired(SourceToFix source, InvocationExpressionSyntax call) => call.ArgumentList.Arguments.All(argument =>
        source.Model.GetOperation(argument.Expression, source.Token) is { } operation
        && (operation is Microsoft.CodeAnalysis.Operations.IPropertyReferenceOperation property ? source.Flags.Symbols.Find(property.Property)?.Flag : source.Flags.Find(operation)) is { Flag.IsRetired: true });
}
