using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>Keeps what is logged; where it is told to, it fails as a logger whose disk is full.</summary>
internal sealed class RecordingLogger : ILogger<RedisFeatureFlagStore>
{
    private readonly ConcurrentQueue<(LogLevel Level, string? Name, string Text)> _entries = [];

    public bool Fails { get; init; }

    public int Attempts { get; private set; }

    public IEnumerable<string> Warnings => _entries.Where(static entry => entry.Level >= LogLevel.Warning).Select(static entry => entry.Text);

    /// <summary>What was logged of one event.</summary>
    public IReadOnlyList<string> Of(string name) => [.. _entries.Where(entry => entry.Name == name).Select(static entry => entry.Text)];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Attempts++;
        if (Fails)
        {
            throw new IOException("The disk of the logs is full.");
        }

        _entries.Enqueue((logLevel, eventId.Name, formatter(state, exception)));
    }
}
