using Aurum.FlagGen.Benchmarks.Compilation;
using Aurum.FlagGen.Benchmarks.Loading;

namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>Every probe there is.</summary>
internal static class Probes
{
    public static IReadOnlyList<IProbe> All { get; } =
    [
        new FloorLoad(), new OursLoad(), new PeerLoad(), new GeneratorCold(), new AnalyzersFloor(), new AnalyzersOurs(), new AnalysisFloor(), new AnalysisOurs(),
    ];

    public static IProbe Get(string name) =>
        All.FirstOrDefault(probe => probe.Name == name)
        ?? throw new ArgumentException($"There is no probe '{name}'; there are {string.Join(", ", All.Select(static probe => probe.Name))}.", nameof(name));
}
