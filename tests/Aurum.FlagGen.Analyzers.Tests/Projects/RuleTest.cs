using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Analyzers.Tests.Projects;

/// <summary>What a rule reports of a source that compiles.</summary>
internal static class RuleTest
{
    /// <summary>Checks that a rule reports the marked places and no other, and gives the messages.</summary>
    public static Task<IReadOnlyList<string>> ReportsAsync(string id, string markedSource, string manifest = FlagProject.EveryType) =>
        ReportsAsync(id, new MarkedText(markedSource), source => new FlagProject(source) { Manifest = manifest });

    public static async Task<IReadOnlyList<string>> ReportsAsync(string id, MarkedText source, Func<string, FlagProject> createProject)
    {
        Project project = createProject(source.Text).Create();
        (await project.CompileAsync()).ShouldBeEmpty();

        IReadOnlyList<Diagnostic> diagnostics = await project.AnalyzeAsync(id);

        diagnostics.Select(diagnostic => source.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)).ShouldBe(source.Spans);
        diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan.Start).ShouldBe(source.Starts);
        return [.. diagnostics.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
    }
}
