using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Variants;
using Aurum.FlagGen.CodeFixes.Source;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.CodeFixes.Variants;

/// <summary>Adds the arms that a switch over variants leaves out. They do what the switch did for these variants before: nothing, or throw.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MissingVariantFix : SourceFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MissingVariant];

    internal override string TitleOf(Diagnostic diagnostic) => "Add the missing arms";

    private protected override SourceEdit? Prepare(SourceToFix source, Diagnostic diagnostic)
    {
        SyntaxNode node = source.FindNode(diagnostic);
        if (source.Model.GetOperation(node, source.Token) is not { } operation || VariantSwitch.FindEnum(operation) is not { } variants)
        {
            return null;
        }

        string type = variants.ToMinimalDisplayString(source.Model, node.SpanStart);
        string[] names = [.. VariantSwitch.FindMissing(operation, variants).Select(member => type + "." + member.Name)];
        return node switch
        {
            _ when names.Length == 0 => null,
            SwitchExpressionSyntax => new SourceEdit(node, changed => new ArmWriter(names, ExceptionName(source, node)).Write((SwitchExpressionSyntax)changed)),
            SwitchStatementSyntax => new SourceEdit(node, changed => new SectionWriter(names, ExceptionName(source, node)).Write((SwitchStatementSyntax)changed)),
            _ => null,
        };
    }

    private static string ExceptionName(SourceToFix source, SyntaxNode node) =>
        source.Model.Compilation.GetTypeByMetadataName("System.NotImplementedException")?.ToMinimalDisplayString(source.Model, node.SpanStart) ?? "System.NotImplementedException";
}
