using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using Aurum.FlagGen.Generators;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>What the generator costs while a person types: in C#, which must not concern it, and in the manifest.</summary>
public class GeneratorEdits
{
    private const string EditedKey = "scenario.edited";

    private ManifestFile _manifest = null!;
    private ManifestFile _editedManifest = null!;
    private CSharpCompilation _project = null!;
    private CSharpCompilation _typedProject = null!;
    private GeneratorDriver _driver = null!;
    private bool _isEdited;

    [Params(100, 2_000, 10_000)]
    public int Flags { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        IReadOnlyList<PlannedFlag> flags = FlagPlan.Others(Flags);
        _manifest = new ManifestFile(FlagsJsonWriter.Write(flags));
        _editedManifest = new ManifestFile(FlagsJsonWriter.Write([.. flags.Take(Flags - 1), flags[^1] with { Key = EditedKey }]));
        _project = Project.Create("1");
        _typedProject = Project.Type(_project, "12");
        _driver = Project.CreateDriver(new FlagGenerator().AsSourceGenerator(), _manifest).RunGenerators(_project);
        CheckKeystroke();
        CheckKeyEdit();
    }

    [Benchmark]
    public GeneratorDriver Keystroke()
    {
        _isEdited = !_isEdited;
        return _driver = _driver.RunGenerators(_isEdited ? _typedProject : _project);
    }

    [Benchmark]
    public GeneratorDriver KeyEdit()
    {
        _isEdited = !_isEdited;
        (ManifestFile from, ManifestFile to) = _isEdited ? (_manifest, _editedManifest) : (_editedManifest, _manifest);
        return _driver = _driver.ReplaceAdditionalText(from, to).RunGenerators(_project);
    }

    /// <summary>After a keystroke no output may have been made anew.</summary>
    private void CheckKeystroke()
    {
        GeneratorRunResult result = Project.CreateDriver(new FlagGenerator().AsSourceGenerator(), _manifest, trackSteps: true)
            .RunGenerators(_project).RunGenerators(_typedProject).GetRunResult().Results.Single();
        bool isCached = result.TrackedOutputSteps.Values
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs)
            .All(static output => output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);
        ResultCheck.Equal("Whether every output is cached after a keystroke", true, isCached && result.TrackedOutputSteps.Count > 0);
    }

    /// <summary>After an edit the new key is generated, and after its reversal the old output is.</summary>
    private void CheckKeyEdit()
    {
        string before = Generated(_driver);
        string edited = Generated(KeyEdit());
        ResultCheck.Equal("Whether the edited key is generated", true, edited.Contains(EditedKey, StringComparison.Ordinal));
        ResultCheck.Equal("Whether undoing the edit gives the same code", before, Generated(KeyEdit()));
    }

    private static string Generated(GeneratorDriver driver) =>
        string.Join('\n', driver.GetRunResult().GeneratedTrees.Select(static tree => tree.ToString()));
}
