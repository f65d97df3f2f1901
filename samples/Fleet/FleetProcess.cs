using System.Diagnostics;
using System.Globalization;

namespace Aurum.Samples.Fleet;

/// <summary>A member of the fleet, as the process that started it sees it.</summary>
internal sealed class FleetProcess : IDisposable
{
    private readonly Process _process;

    private FleetProcess(string name, Process process)
    {
        Name = name;
        _process = process;
    }

    public string Name { get; }

    public static FleetProcess Start(string name, string server, string fleet, int rounds)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(FleetProcess).Assembly.Location);
        }

        foreach (string argument in (string[])["--member", name, server, fleet, rounds.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        return new FleetProcess(name, Process.Start(start)!);
    }

    /// <summary>The next line of its output; null where it has ended.</summary>
    public ValueTask<string?> ReadAsync(CancellationToken cancellationToken) => _process.StandardOutput.ReadLineAsync(cancellationToken);

    /// <summary>Has it make a change.</summary>
    public void Change(int round)
    {
        _process.StandardInput.WriteLine(round.ToString(CultureInfo.InvariantCulture));
        _process.StandardInput.Flush();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
