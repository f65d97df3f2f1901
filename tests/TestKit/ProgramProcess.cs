using System.Diagnostics;
using System.Threading.Channels;

namespace Aurum.FlagGen.TestKit;

/// <summary>A program in a process of its own, whose output is read line by line.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private readonly string _name;
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private ProgramProcess(string name, Process process)
    {
        _name = name;
        _process = process;
    }

    /// <param name="name">What messages call the program.</param>
    /// <param name="start">How it is started; its output is redirected.</param>
    public static ProgramProcess Start(string name, ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        ProgramProcess program = new(name, Process.Start(start)!);
        program.Read();
        return program;
    }

    /// <summary>Waits for a line of the process's output that contains a text.</summary>
    public async Task<string> WaitForLineAsync(string text, TimeSpan limit)
    {
        using CancellationTokenSource timeout = new(limit);
        List<string> seen = [];
        try
        {
            await foreach (string line in _lines.Reader.ReadAllAsync(timeout.Token))
            {
                seen.Add(line);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Falls through to the message, which shows what came instead.
        }

        throw new InvalidOperationException($"No line of the output of {_name} had '{text}' within {limit.TotalSeconds} s. It printed:\n{string.Join('\n', seen)}");
    }

    /// <summary>Waits until the process ends by itself.</summary>
    /// <returns>Its exit code, and all lines of its output that nobody waited for.</returns>
    public async Task<(int ExitCode, IReadOnlyList<string> Lines)> WaitForEndAsync(TimeSpan limit)
    {
        using CancellationTokenSource timeout = new(limit);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException($"{_name} did not end within {limit.TotalSeconds} s. It printed:\n{string.Join('\n', TakeLines())}");
        }

        return (_process.ExitCode, TakeLines());
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private List<string> TakeLines()
    {
        List<string> lines = [];
        while (_lines.Reader.TryRead(out string? line))
        {
            lines.Add(line);
        }

        return lines;
    }

    private void Read()
    {
        _process.OutputDataReceived += (_, line) => Write(line.Data);
        _process.ErrorDataReceived += (_, line) => Write(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Write(string? line)
    {
        if (line is not null)
        {
            _lines.Writer.TryWrite(line);
        }
    }
}
