using System.Diagnostics;
using System.Globalization;

namespace Aurum.Samples.Fleet;

/// <summary>How long each change took from the call that made it to the evaluation that saw it, process by process. The clock is the machine's, which all processes share.</summary>
internal sealed class DelayReport
{
    private readonly Dictionary<int, long> _written = [];
    private readonly List<(string Process, int Round, long At)> _seen = [];

    /// <summary>Has the first member make one change after the other, each as soon as all have seen the one before, and reads what they say.</summary>
    public static async Task<DelayReport> ReadAsync(IReadOnlyList<FleetProcess> processes, int rounds, CancellationToken cancellationToken)
    {
        DelayReport report = new();
        foreach (FleetProcess process in processes)
        {
            await report.ReadToAsync(process, "ready", cancellationToken);
        }

        for (int round = 1; round <= rounds; round++)
        {
            string last = $"saw {round} ";
            processes[0].Change(round);
            await Task.WhenAll(processes.Select(process => report.ReadToAsync(process, last, cancellationToken)));
        }

        return report;
    }

    public void Print()
    {
        foreach (IGrouping<int, (string Process, int Round, long At)> round in _seen.GroupBy(static seen => seen.Round).OrderBy(static round => round.Key))
        {
            IEnumerable<string> delays = round.OrderBy(static seen => seen.Process, StringComparer.Ordinal).Select(seen => $"{seen.Process} after {Text(DelayOf(seen))}");
            Console.WriteLine($"Change {round.Key}: {string.Join(", ", delays)}");
        }

        double[] others = [.. _seen.Where(static seen => seen.Process != FleetMember.First).Select(DelayOf).Order()];
        Console.WriteLine($"In the other processes: median {Text(others[others.Length / 2])}, worst {Text(others[^1])}.");
    }

    private static string Text(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.00} ms");

    private double DelayOf((string Process, int Round, long At) seen) => (seen.At - _written[seen.Round]) * 1000.0 / Stopwatch.Frequency;

    private async Task ReadToAsync(FleetProcess process, string last, CancellationToken cancellationToken)
    {
        while (await process.ReadAsync(cancellationToken) is { } line)
        {
            Take(process.Name, line.Split(' '));
            if (line.StartsWith(last, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The {process.Name} ended early; what it printed above says why.");
    }

    private void Take(string process, string[] words)
    {
        if (words is not ["wrote" or "saw", string round, string at])
        {
            return;
        }

        int number = int.Parse(round, CultureInfo.InvariantCulture);
        long time = long.Parse(at, CultureInfo.InvariantCulture);
        lock (_seen)
        {
            if (words[0] == "wrote")
            {
                _written[number] = time;
            }
            else
            {
                _seen.Add((process, number, time));
            }
        }
    }
}
