using System.Globalization;
using System.Text.Json;
using Aurum.FlagGen.Benchmarks.Harness;

namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>Reads what BenchmarkDotNet and the probes left behind.</summary>
internal static class FigureFiles
{
    private const string BenchmarkFiles = "*-report-brief.json";
    private const string ProbeFiles = "*-probe.json";

    private static readonly JsonSerializerOptions ProbeJson = new() { WriteIndented = true };

    public static void Save(string probe, IReadOnlyList<Figure> figures)
    {
        Directory.CreateDirectory(RepositoryPaths.Results);
        File.WriteAllText(Path.Combine(RepositoryPaths.Results, probe + "-probe.json"), JsonSerializer.Serialize(figures, ProbeJson));
    }

    public static void Clear()
    {
        if (Directory.Exists(RepositoryPaths.Results))
        {
            Directory.Delete(RepositoryPaths.Results, recursive: true);
        }
    }

    /// <summary>Every figure by its name. A benchmark that failed has none.</summary>
    public static IReadOnlyDictionary<string, Figure> Load()
    {
        Dictionary<string, Figure> figures = new(StringComparer.Ordinal);
        foreach (Figure figure in Read(BenchmarkFiles, ReadBenchmarks).Concat(Read(ProbeFiles, ReadProbe)))
        {
            figures[figure.Name] = figure;
        }

        return figures;
    }

    private static IEnumerable<Figure> Read(string pattern, Func<JsonElement, IEnumerable<Figure>> read)
    {
        if (!Directory.Exists(RepositoryPaths.Results))
        {
            yield break;
        }

        foreach (string file in Directory.EnumerateFiles(RepositoryPaths.Results, pattern).Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            foreach (Figure figure in read(document.RootElement))
            {
                yield return figure;
            }
        }
    }

    private static IEnumerable<Figure> ReadBenchmarks(JsonElement report)
    {
        foreach (JsonElement benchmark in report.GetProperty("Benchmarks").EnumerateArray())
        {
            if (!benchmark.TryGetProperty("Statistics", out JsonElement statistics) || statistics.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            string name = $"{benchmark.GetProperty("Type").GetString()}.{benchmark.GetProperty("Method").GetString()}";
            yield return new Figure(WithFlags(name, benchmark), statistics.GetProperty("Median").GetDouble(), ReadBytes(benchmark));
        }
    }

    private static IEnumerable<Figure> ReadProbe(JsonElement figures) => figures.Deserialize<Figure[]>() ?? [];

    /// <summary>BenchmarkDotNet writes parameters as <c>Flags=1000</c>.</summary>
    private static string WithFlags(string name, JsonElement benchmark)
    {
        string parameters = benchmark.GetProperty("Parameters").GetString() ?? "";
        int equals = parameters.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? name : FigureName.Of(name, int.Parse(parameters.AsSpan(equals + 1), CultureInfo.InvariantCulture));
    }

    private static long? ReadBytes(JsonElement benchmark) =>
        benchmark.TryGetProperty("Memory", out JsonElement memory) && memory.TryGetProperty("BytesAllocatedPerOperation", out JsonElement bytes)
        && bytes.ValueKind == JsonValueKind.Number
            ? bytes.GetInt64()
            : null;
}
