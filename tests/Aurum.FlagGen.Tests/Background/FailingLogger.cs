using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>A logger, and a factory of it, that fails whenever it is to write, as one does whose disk is full.</summary>
internal sealed class FailingLogger<T>(LogLevel from = LogLevel.Trace) : ILogger<T>, ILoggerFactory
{
    private int _calls;

    /// <summary>How often it was to write.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Whether it fails to say whether it is on, too.</summary>
    public bool FailsWhenAsked { get; init; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => throw new IOException("The disk of the logs is full.");

    public bool IsEnabled(LogLevel logLevel) => FailsWhenAsked ? throw new IOException("The disk of the logs is full.") : logLevel >= from;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Interlocked.Increment(ref _calls);
        throw new IOException("The disk of the logs is full.");
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
