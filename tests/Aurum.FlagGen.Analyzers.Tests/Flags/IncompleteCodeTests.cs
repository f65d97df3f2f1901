using System.Reflection;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Analyzers.Tests.Flags;

/// <summary>Editors run analyzers and fixes over every state of a text that is being typed.</summary>
/// <remarks>The texts are the C# sources that the tests of this assembly give to their theories, or keep in constants: those of later rules join by being there.</remarks>
public sealed class IncompleteCodeTests
{
    private static readonly int CutsPerSource = SlowTest.Rounds(all: 8, plain: 2);

    public static TheoryData<string> Sources { get; } = [.. FindSources().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Source_WhereverItEnds_IsAnalyzedAndFixedWithoutAFailure(string source)
    {
        foreach (string cut in Cut(source))
        {
            await RunAllAsync(new FlagProject(cut));
        }
    }

    [Fact]
    public async Task Manifest_WhereverItEnds_IsAnalyzedAndFixedWithoutAFailure()
    {
        const string source = """
            using Aurum.FlagGen;
            using Acme;
            internal static class Use
            {
                public static bool Nav(FlagEngine engine) => engine.IsEnabled("new_naw") || engine.IsEnabled("new_nav") || Features.Checkout.Flow.IsEnabled();
            }
            """;

        for (int length = 0; length < FlagProject.EveryType.Length; length += SlowTest.Rounds(all: 40, plain: 200))
        {
            await RunAllAsync(new FlagProject(source) { Manifest = FlagProject.EveryType[..length] });
        }
    }

    private static IEnumerable<string> FindSources()
    {
        IEnumerable<MemberInfo> members = typeof(IncompleteCodeTests).Assembly.GetTypes()
            .SelectMany(static type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly));
        return members.SelectMany(TextsOf).Where(static text => text.Contains("class ", StringComparison.Ordinal)).Select(static text => new MarkedText(text).Text).Distinct();
    }

    private static IEnumerable<string> TextsOf(MemberInfo member) => member is FieldInfo { IsLiteral: true } constant && constant.GetRawConstantValue() is string text
        ? [text]
        : member.GetCustomAttributes<InlineDataAttribute>().SelectMany(static attribute => attribute.Data).OfType<string>();

    /// <summary>The source up to some of its tokens, and without some of its tokens, by turns.</summary>
    private static IEnumerable<string> Cut(string source)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()];
        int step = Math.Max(1, tokens.Length / CutsPerSource);
        for (int i = tokens.Length % step, turn = 0; i < tokens.Length; i += step, turn++)
        {
            yield return turn % 2 == 0 ? source[..tokens[i].Span.End] : source.Remove(tokens[i].SpanStart, tokens[i].Span.Length);
        }
    }

    private static async Task RunAllAsync(FlagProject flagProject)
    {
        Project project = flagProject.Create();
        foreach (Diagnostic diagnostic in await project.AnalyzeAsync())
        {
            foreach (CodeFixProvider fix in ProjectAnalysis.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                foreach (CodeAction action in await FixTest.OfferAsync(project, fix, diagnostic))
                {
                    await action.GetOperationsAsync(project.Solution, new Progress<CodeAnalysisProgress>(), TestContext.Current.CancellationToken);
                }
            }
        }
    }
}
