using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.Analyzers.Variants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Analyzers.Tests.Variants;

public sealed class SettledBranchSuppressorTests
{
    private const string Manifest = """
        {
          "namespace": "Acme",
          "flags": {
            "search.on": { "evaluation": "compile_time", "emit": "const", "default_value": true },
            "search.off": { "evaluation": "compile_time", "emit": "const", "default_value": false }
          }
        }
        """;

    [Theory]
    [InlineData("if (FeatureConstants.SearchOff) { Say(1); }", "Say")]
    [InlineData("if (FeatureConstants.SearchOn) { Say(1); } else { Say(2); }", "Say")]
    [InlineData("if (!FeatureConstants.SearchOn) Say(1);", "Say")]
    [InlineData("if (FeatureConstants.SearchOff && FeatureConstants.SearchOn) { { Say(1); } }", "Say")]
    [InlineData("while (FeatureConstants.SearchOff) { Say(1); }", "Say")]
    [InlineData("if (FeatureConstants.SearchOn) { return; } Say(1);", "Say")]
    [InlineData("if (FeatureConstants.SearchOff) { Say(1); } else { return; } Say(2);", "Say", "Say")]
    public async Task Branch_ThatAFlagOfTheBuildCloses_IsNotWarnedOf(string body, params string[] unreachable)
    {
        (await WarnAsync(body, [])).ShouldBe(unreachable);
        (await WarnAsync(body, [new SettledBranchSuppressor()])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("return; Say(1);", "Say")]
    [InlineData("const bool no = false; if (no) { Say(1); }", "Say")]
    [InlineData("if (FeatureConstants.SearchOn) { return; Say(1); }", "Say")]
    [InlineData("if (FeatureConstants.SearchOn) { Say(1); } return; Say(2);", "Say")]
    [InlineData("throw new System.InvalidOperationException(FeatureConstants.SearchOn.ToString()); Say(2);", "Say")]
    public async Task Code_ThatNoBuildReaches_IsWarnedOf(string body, params string[] unreachable) =>
        (await WarnAsync(body, [new SettledBranchSuppressor()])).ShouldBe(unreachable);

    [Fact]
    public async Task Statements_OfTheProgramItself_AreLookedAtAsWell()
    {
        const string Source = "using Acme; if (FeatureConstants.SearchOn) { return; } System.Console.WriteLine();";
        Project project = new FlagProject(Source) { Manifest = Manifest }.Create();
        project = project.WithCompilationOptions(project.CompilationOptions!.WithOutputKind(OutputKind.ConsoleApplication));

        (await WarnAsync(project, [])).ShouldBe(["System"]);
        (await WarnAsync(project, [new SettledBranchSuppressor()])).ShouldBeEmpty();
    }

    /// <summary>The first word of each piece of code of which the compiler warns that it cannot be reached.</summary>
    private static Task<string[]> WarnAsync(string body, DiagnosticAnalyzer[] suppressors) => WarnAsync(
        new FlagProject($$"""
            using Acme;
            internal static class Use
            {
                public static void Run() { {{body}} }
                private static void Say(int number) => System.Console.WriteLine(number);
            }
            """) { Manifest = Manifest }.Create(),
        suppressors);

    private static async Task<string[]> WarnAsync(Project project, DiagnosticAnalyzer[] suppressors)
    {
        Compilation compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        IEnumerable<Diagnostic> diagnostics = suppressors.Length == 0
            ? compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            : await compilation.WithAnalyzers([.. suppressors], project.AnalyzerOptions).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. from diagnostic in diagnostics
               where diagnostic.Id == "CS0162" && !diagnostic.IsSuppressed
               orderby diagnostic.Location.SourceSpan.Start
               select diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan),
        ];
    }
}
