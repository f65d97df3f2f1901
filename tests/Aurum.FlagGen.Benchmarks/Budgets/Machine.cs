using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Aurum.FlagGen.Benchmarks.Harness;

namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>Where and how the figures were measured.</summary>
/// <param name="Processor">The processor's name.</param>
/// <param name="Cores">How many cores the process may use.</param>
/// <param name="OperatingSystem">The operating system.</param>
/// <param name="Runtime">The runtime's version.</param>
/// <param name="Mode">The short or the full mode.</param>
/// <param name="LoadBefore">The mean number of processes that wanted to run in the minute before the run began; null where the system does not tell.</param>
internal sealed record Machine(string Processor, int Cores, string OperatingSystem, string Runtime, string Mode, double? LoadBefore)
{
    /// <summary>From this share of the cores on, somebody else's work is in the figures.</summary>
    private const double BusyShare = 0.25;

    private const string LoadFile = "/proc/loadavg";
    private const string ProcessorFile = "/proc/cpuinfo";

    private static string SavedFile => Path.Combine(RepositoryPaths.Results, "machine.json");

    public bool WasBusy => LoadBefore > BusyShare * Cores;

    public static Machine Read(bool full) => new(
        ReadProcessor(),
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        full ? "full" : "short",
        File.Exists(LoadFile) ? double.Parse(File.ReadAllText(LoadFile).Split(' ')[0], CultureInfo.InvariantCulture) : null);

    /// <summary>The machine of the last run, or null.</summary>
    public static Machine? Saved() => File.Exists(SavedFile) ? JsonSerializer.Deserialize<Machine>(File.ReadAllText(SavedFile)) : null;

    public void Save()
    {
        Directory.CreateDirectory(RepositoryPaths.Results);
        File.WriteAllText(SavedFile, JsonSerializer.Serialize(this));
    }

    private static string ReadProcessor()
    {
        string? line = File.Exists(ProcessorFile)
            ? File.ReadLines(ProcessorFile).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
