using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Tests.Stores;

/// <summary>Gives everybody the same logger.</summary>
internal sealed class SingleLoggerFactory(ILogger logger) : ILoggerFactory
{
    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => logger;

    public void Dispose()
    {
    }
}
