using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Tests.Stores;

/// <summary>Keeps what was logged, and lets a test wait for it.</summary>
internal sealed class RecordingLogger<T> : ILogger<T>
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Lock _gate = new();
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string line = $"{logLevel}: {formatter(state, exception)}";
        lock (_gate)
        {
            _all.Add(line);
        }

        _lines.Writer.TryWrite(line);
    }

    public async Task<string> NextAsync(CancellationToken token) => await _lines.Reader.ReadAsync(token).AsTask().WaitAsync(TimeSpan.FromMinutes(2), token);

    /// <summary>Waits for a line that contains a text.</summary>
    public async Task<string> WaitForAsync(string text, CancellationToken token)
    {
        while (true)
        {
            string line = await NextAsync(token);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }
    }
}
