using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Readme.Tests;

/// <summary>What the pages under docs show is so.</summary>
public sealed class DocumentTests
{
    /// <summary>Its blocks are what the generator writes, and a test of the generator writes them.</summary>
    private static readonly string GeneratedCode = Path.Combine("docs", "generated-code.md");

    public static TheoryData<string, int> Blocks => new(
        from code in All() where code.Source is not null select (code.Document, code.Line));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Code_OfADocument_Compiles(string document, int line)
    {
        DocumentCode code = All().Single(code => code.Document == document && code.Line == line);

        string[] found = new TourProject(code.Manifest, code.Source!, code.Kind).Build();

        found.Where(static diagnostic => diagnostic.Contains(" error ", StringComparison.Ordinal)).ShouldBeEmpty(code.Source);
    }

    [Fact]
    public void Code_OfEveryDocument_SaysThatItCompiles() =>
        All().Where(static code => code.Source is null).Select(static code => $"{code.Document}, line {code.Line}").ShouldBeEmpty();

    [Fact]
    public void Instruments_OfTheMeter_AreInTheTableWithTheirUnits()
    {
        List<string> rows = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == FlagGenDiagnostics.MeterName)
            {
                string kind = instrument.GetType().Name.StartsWith("Counter", StringComparison.Ordinal) ? "counter" : instrument.GetType().Name;
                rows.Add($"| `{instrument.Name}` | {kind} | `{instrument.Unit}` |");
            }
        };
        listener.Start();
        RuntimeHelpers.RunClassConstructor(typeof(FlagGenDiagnostics).TypeHandle);

        string page = File.ReadAllText(RepositoryFolder.Combine("docs", "events-and-metrics.md"));

        rows.Count.ShouldBe(page.Split('\n').Count(static line => line.StartsWith("| `flaggen.", StringComparison.Ordinal)));
        rows.Where(row => !page.Contains(row, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<DocumentCode> All() => Directory.GetFiles(RepositoryFolder.Combine("docs"), "*.md")
        .Select(static path => Path.Combine("docs", Path.GetFileName(path))).Where(static path => path != GeneratedCode)
        .Prepend("README.md")
        .SelectMany(DocumentCode.Read);
}
