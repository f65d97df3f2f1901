using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.CodeFixes.Source;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.CodeFixes.Variants;

/// <summary>Writes the nearest text that is declared in the place of one that is not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UndeclaredVariantFix : SourceFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndeclaredVariant];

    internal override string TitleOf(Diagnostic diagnostic) => $"Change to '{FixProperties.Read(diagnostic, FixProperties.Nearest)}'";

    /// <summary>Only where the text itself stands there: a constant may have other uses.</summary>
    private protected override SourceEdit? Prepare(SourceToFix source, Diagnostic diagnostic) =>
        FixProperties.Read(diagnostic, FixProperties.Nearest) is { } nearest
        && source.FindNode(diagnostic) is LiteralExpressionSyntax literal
        && literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? new SourceEdit(literal, _ => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(nearest)))
            : null;
}
