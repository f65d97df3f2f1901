using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>The generator's first run in a process, its just-in-time compilation included.</summary>
internal sealed class GeneratorCold : IProbe
{
    public string Name => "Generator.Cold";

    public IReadOnlyList<int> Sizes(bool full) => [100, 2_000, 10_000];

    public ProbeMeasurement Measure(int flags, string manifest)
    {
        ManifestFile file = new(File.ReadAllText(manifest));
        CSharpCompilation project = Project.Create("1");
        GC.KeepAlive(Project.CreateDriver(new NoGenerator().AsSourceGenerator(), file).RunGenerators(project));

        GeneratorDriver driver = null!;
        ProbeMeasurement measurement = ColdClock.Measure(
            () => driver = Project.CreateDriver(new FlagGenerator().AsSourceGenerator(), file).RunGenerators(project));
        string lastKey = Manifests.FlagPlan.Others(flags)[^1].Key;
        ResultCheck.Equal(
            "Whether the last flag is generated", true, driver.GetRunResult().GeneratedTrees.Any(tree => tree.ToString().Contains(lastKey, StringComparison.Ordinal)));

        // What the driver keeps for its next run is the compiler's to budget.
        return measurement with { KeptBytes = null };
    }
}
