using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Aurum.FlagGen.Benchmarks.Budgets;
using Aurum.FlagGen.Benchmarks.Manifests;

namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>Starts this program again for each measurement of a probe, and keeps the medians.</summary>
internal static class ProbeRunner
{
    /// <summary>The word on the command line by which a child knows what it is.</summary>
    public const string Command = "probe";

    private const int ShortRuns = 5;
    private const int FullRuns = 15;

    /// <summary>What takes this long is known well enough, and is not repeated.</summary>
    private static readonly TimeSpan LongestRepetition = TimeSpan.FromSeconds(15);

    /// <summary>Runs every probe whose name contains the filter.</summary>
    public static void RunAll(bool full, string filter)
    {
        foreach (IProbe probe in Probes.All.Where(probe => filter.Length == 0 || probe.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            List<Figure> figures = [];
            foreach (int flags in probe.Sizes(full))
            {
                figures.Add(Run(probe, flags, full ? FullRuns : ShortRuns));
            }

            FigureFiles.Save(probe.Name, figures);
        }
    }

    /// <summary>What the child does: measures once and prints it.</summary>
    public static void RunChild(string name, int flags, string manifest) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(Probes.Get(name).Measure(flags, manifest)));

    private static Figure Run(IProbe probe, int flags, int runs)
    {
        string manifest = Path.Combine(RepositoryPaths.Artifacts, string.Create(CultureInfo.InvariantCulture, $"{flags}.flags.json"));
        Directory.CreateDirectory(RepositoryPaths.Artifacts);
        File.WriteAllText(manifest, FlagsJsonWriter.Write(FlagPlan.Others(flags)));

        List<ProbeMeasurement> measurements = [];
        long start = Stopwatch.GetTimestamp();
        do
        {
            measurements.Add(RunOnce(probe, flags, manifest));
        }
        while (measurements.Count < runs && Stopwatch.GetElapsedTime(start) < LongestRepetition);

        ProbeMeasurement[] sorted = [.. measurements.OrderBy(static measurement => measurement.Nanoseconds)];
        long?[] kept = [.. measurements.Select(static measurement => measurement.KeptBytes).Order()];
        Figure figure = new(FigureName.Of(probe.Name, flags), sorted[sorted.Length / 2].Nanoseconds, kept[kept.Length / 2]);
        Console.Out.WriteLine(
            $"{figure.Name}: {Quantity.Time(figure.Nanoseconds)} ({Quantity.Time(sorted[0].Nanoseconds)} to {Quantity.Time(sorted[^1].Nanoseconds)} in {sorted.Length} processes)");
        return figure;
    }

    private static ProbeMeasurement RunOnce(IProbe probe, int flags, string manifest)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList = { typeof(ProbeRunner).Assembly.Location, Command, probe.Name, flags.ToString(CultureInfo.InvariantCulture), manifest },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The probe {probe.Name} with {flags} flags failed; its process ended with {process.ExitCode}.");
        }

        return JsonSerializer.Deserialize<ProbeMeasurement>(output)!;
    }
}
