using System.Diagnostics;

namespace Aurum.FlagGen.Redis.Benchmarks;

/// <summary>This program again, in a process of its own, which ends when its input does.</summary>
internal sealed class ReaderProcess : IDisposable
{
    private readonly Process _process;

    private ReaderProcess(Process process) => _process = process;

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static ReaderProcess Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(ReaderProcess).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new ReaderProcess(Process.Start(start)!);
    }

    /// <summary>Waits for a line that begins so.</summary>
    public async Task<string[]> WaitForAsync(string beginning)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line.Split(' ');
            }
        }

        throw new InvalidOperationException($"The reader ended before it said '{beginning}'; what it printed above says why.");
    }

    /// <summary>Sends a line.</summary>
    public void Go()
    {
        _process.StandardInput.WriteLine();
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
