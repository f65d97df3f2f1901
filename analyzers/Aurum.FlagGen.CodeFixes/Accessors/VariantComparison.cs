using Aurum.FlagGen.CodeFixes.Source;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.CodeFixes.Accessors;

/// <summary>
/// A variant that is read by key is a text, and by the flag's member one of an enum. Where it is compared with a declared name at once, nobody else sees the
/// difference.
/// </summary>
internal static class VariantComparison
{
    public static SourceEdit? Prepare(SourceToFix source, KeyCall call)
    {
        if (ReadPlan.FindResult(call) is not { Parent: BinaryExpressionSyntax comparison } result
            || !(comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression))
            || source.Flags.Symbols.FindVariants(call.Flag) is not { } variants
            || ReadPlan.Create(source, call, call.Flag.Getter) is not { IsQualified: false } plan)
        {
            return null;
        }

        bool isLeft = comparison.Left == result;
        Optional<object?> name = source.Model.GetConstantValue(isLeft ? comparison.Right : comparison.Left, source.Token);
        int index = name is { HasValue: true, Value: string text } ? call.Flag.Flag.Variants.ToList().IndexOf(text) : -1;
        if (variants.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.ConstantValue is int value && value == index) is not { } member)
        {
            return null;
        }

        ExpressionSyntax variant = SyntaxFactory.ParseExpression(TypeName(source, variants, comparison.SpanStart) + "." + member.Name);
        return new SourceEdit(comparison, node => Write((BinaryExpressionSyntax)node, isLeft, plan, variant), call.Flag.Manifest) { Title = plan.TitleFor(call) };
    }

    private static BinaryExpressionSyntax Write(BinaryExpressionSyntax comparison, bool isLeft, ReadPlan plan, ExpressionSyntax variant)
    {
        ExpressionSyntax result = isLeft ? comparison.Left : comparison.Right;
        ExpressionSyntax read = plan.Write(ReadPlan.CallIn(result)).WithTriviaFrom(result);
        return isLeft
            ? comparison.WithLeft(read).WithRight(variant.WithTriviaFrom(comparison.Right))
            : comparison.WithLeft(variant.WithTriviaFrom(comparison.Left)).WithRight(read);
    }

    /// <summary>The enum stands beside the class, so that the using for the class serves both.</summary>
    private static string TypeName(SourceToFix source, INamedTypeSymbol variants, int position) =>
        source.Model.LookupNamespacesAndTypes(position, name: variants.Name) is { IsEmpty: false } ? variants.ToMinimalDisplayString(source.Model, position) : variants.Name;
}
