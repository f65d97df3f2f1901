using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.TestKit.CodeBase;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Analyzers.Tests.FalsePositives;

/// <summary>All analyzers over 2,000 files with 40,000 reads of flags, or over 300 of them in a plain run: they report what was planted there, and nothing else.</summary>
public sealed class LargeCodeBaseTests
{
    /// <summary>The part that has every kind of file and of fault.</summary>
    private const int FilesOfEveryKind = 300;

    private static readonly int Files = SlowTest.Rounds(all: 2_000, plain: FilesOfEveryKind);

    /// <summary>Every rule about code, and those about the manifest that look at code.</summary>
    private static readonly string[] PlantedRules =
    [
        "AFG1101", "AFG2001", "AFG2002", "AFG2003", "AFG2004", "AFG2005", "AFG2006", "AFG2007", "AFG2008", "AFG2009", "AFG3001", "AFG3002", "AFG3003", "AFG3004", "AFG3007", "AFG4001",
    ];

    [Fact]
    public async Task Analyzers_OverALargeCodeBase_ReportThePlantedFaultsAndNothingElse()
    {
        LargeCodeBase code = LargeCodeBase.Create(Files, hasFaults: true);
        Project project = CreateProject(code);

        IReadOnlyList<Diagnostic> reported = await project.AnalyzeAsync();

        Dictionary<string, string> paths = project.Documents.Zip(code.Files).ToDictionary(static pair => pair.First.FilePath!, static pair => pair.Second.Path, StringComparer.Ordinal);
        Describe(reported.Select(diagnostic => ToFault(diagnostic, paths))).ShouldBe(Describe(code.Faults));
    }

    /// <summary>To compile more than the part with every kind of file would tell no more.</summary>
    [SlowFact]
    public async Task LargeCodeBase_CompiledInPart_IsSoundCode()
    {
        LargeCodeBase code = LargeCodeBase.Create(FilesOfEveryKind, hasFaults: true);
        code.Faults.Select(static fault => fault.Rule).Distinct().Order(StringComparer.Ordinal).ShouldBe(PlantedRules);

        (await CreateProject(code).CompileAsync()).ShouldBeEmpty();
    }

    private static Project CreateProject(LargeCodeBase code) => new FlagProject([.. code.Files.Select(static file => file.Text)])
    {
        Manifest = code.Manifest,
        Properties = new Dictionary<string, string> { ["FlagGenToday"] = "2027-01-15" },
    }.Create();

    private static PlantedFault ToFault(Diagnostic diagnostic, Dictionary<string, string> paths)
    {
        Location location = diagnostic.Location;
        string path = location.GetLineSpan().Path;
        string text = location.SourceTree?.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length) ?? "";
        return new PlantedFault(paths.GetValueOrDefault(path, path), diagnostic.Id, location.SourceSpan.Start, text);
    }

    /// <summary>The text of a place in JSON is not compared: its start tells enough.</summary>
    private static IEnumerable<string> Describe(IEnumerable<PlantedFault> faults) =>
        faults.Select(static fault => $"{fault.Path}({fault.Start}): {fault.Rule} {(fault.Path == LargeCodeBase.ManifestPath ? "" : fault.Text)}").Order(StringComparer.Ordinal);
}
