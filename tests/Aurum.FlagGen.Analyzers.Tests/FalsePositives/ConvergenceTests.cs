using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.TestKit;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Analyzers.Tests.FalsePositives;

/// <summary>The formatting tool takes rules in whatever order: called until it changes nothing, it must come to one end. Shown on samples/Lifecycle, which has all faults.</summary>
public sealed class ConvergenceTests
{
    private const int MostCalls = 5;

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    [Fact]
    public async Task Fixes_InAnyOrder_ComeToOneEnd()
    {
        string expected = await FormatAsync(static rules => rules.Order(StringComparer.Ordinal), static diagnostics => diagnostics);

        (await FormatAsync(static rules => rules.OrderDescending(StringComparer.Ordinal), static diagnostics => diagnostics.Reverse())).ShouldBe(expected);
        for (int seed = 1; seed <= SlowTest.Rounds(all: 6, plain: 0); seed++)
        {
            Random random = new(seed);
            (await FormatAsync(rules => Shuffle(rules, random), diagnostics => Shuffle(diagnostics, random))).ShouldBe(expected, $"with seed {seed}");
        }
    }

    [Fact]
    public async Task Fixes_AtTheirEnd_HaveDoneWhatTheyOfferAndNoMore()
    {
        string text = await FormatAsync(static rules => rules, static diagnostics => diagnostics);

        text.ShouldNotContain("new_nva");
        text.ShouldContain("\"beta_search\": { \"status\": \"disabled\", \"default_value\": false }");
        text.ShouldContain("\"expires\": \"2027-04-15\"");
    }

    /// <summary>The texts of all files when no call changes them any more. What the code is then must compile.</summary>
    private static async Task<string> FormatAsync(Func<IEnumerable<string>, IEnumerable<string>> order, Func<IEnumerable<Diagnostic>, IEnumerable<Diagnostic>> orderOfDiagnostics)
    {
        Solution solution = Sample().Create().Solution;
        FormattingTool tool = new([.. ProjectAnalysis.Analyzers], order, orderOfDiagnostics);
        string before = await ReadAsync(solution);
        for (int calls = 0; calls < MostCalls; calls++)
        {
            solution = await tool.FormatAsync(solution);
            string after = await ReadAsync(solution);
            if (after == before)
            {
                (await solution.Projects.Single().CompileAsync()).ShouldBeEmpty();
                return after;
            }

            before = after;
        }

        throw new InvalidOperationException($"After {MostCalls} calls, something is still changed:\n{before}");
    }

    private static FlagProject Sample()
    {
        DirectoryInfo folder = new(RepositoryFolder.Combine("samples", "Lifecycle"));
        string[] sources = [.. from file in folder.EnumerateFiles("*.cs") where file.Name != "Program.cs" orderby file.Name select File.ReadAllText(file.FullName)];
        return new FlagProject([ImplicitUsings, .. sources])
        {
            Manifest = File.ReadAllText(Path.Combine(folder.FullName, "flags.json")),
            MoreManifests = folder.EnumerateFiles("*.flags.json").ToDictionary(static file => file.Name, static file => File.ReadAllText(file.FullName)),
            Properties = new Dictionary<string, string> { ["FlagGenToday"] = "2027-01-15" },
        };
    }

    private static async Task<string> ReadAsync(Solution solution)
    {
        Project project = solution.Projects.Single();
        IEnumerable<string> texts = await Task.WhenAll(project.Documents.Concat(project.AdditionalDocuments).Select(static async document => $"== {document.Name}\n{await document.GetTextAsync()}"));
        return string.Join('\n', texts);
    }

    private static IEnumerable<T> Shuffle<T>(IEnumerable<T> items, Random random)
    {
        T[] array = [.. items];
        random.Shuffle(array);
        return array;
    }
}
