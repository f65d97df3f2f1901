using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurum.FlagGen;

/// <summary>A logger whose failures reach nobody: they are counted, and what it was called for goes on.</summary>
/// <remarks>
/// The library logs while it decides flags and in loops that nobody awaits; an exception of a logger must end neither. A logger that asks for flags itself
/// would come back here without end, so that a call out of another one on the same thread writes nothing.
/// </remarks>
internal sealed class GuardedLogger : ILogger
{
    [ThreadStatic]
    private static bool t_isInside;

    private readonly ILogger _inner;

    private GuardedLogger(ILogger inner) => _inner = inner;

    /// <summary>Guards a logger.</summary>
    /// <param name="logger">The application's logger; null for none.</param>
    public static ILogger For(ILogger? logger) => logger switch
    {
        null => NullLogger.Instance,
        GuardedLogger or NullLogger => logger,
        _ => new GuardedLogger(logger),
    };

    /// <summary>Makes a guarded logger, or one that writes nothing where the factory fails.</summary>
    /// <param name="factory">The application's factory; null for none.</param>
    /// <param name="category">The logger's category.</param>
    public static ILogger For(ILoggerFactory? factory, string category)
    {
        try
        {
            return For(factory?.CreateLogger(category));
        }
        catch (Exception)
        {
            FlagGenDiagnostics.Count(FlagGenDiagnostics.LoggerFaults);
            return NullLogger.Instance;
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel)
    {
        if (t_isInside)
        {
            return false;
        }

        t_isInside = true;
        try
        {
            return _inner.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            FlagGenDiagnostics.Count(FlagGenDiagnostics.LoggerFaults);
            return false;
        }
        finally
        {
            t_isInside = false;
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (t_isInside)
        {
            return;
        }

        t_isInside = true;
        try
        {
            _inner.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            FlagGenDiagnostics.Count(FlagGenDiagnostics.LoggerFaults);
        }
        finally
        {
            t_isInside = false;
        }
    }
}
