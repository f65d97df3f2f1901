using Aurum.FlagGen.Tests.Evaluation;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Tests.Engine;

public class LoggingTests
{
    private const string Flags = """
        {'flags':{
          'f':{'status':'enabled','rules':[{'name':'no','conditions':{'user.role':'admin'}},{'name':'yes'}]},
          'secret':{'type':'string','sensitive':true,'status':'enabled','default_value':'hidden-value'},
          'faulty':{'status':'enabled','rules':[{'name':'r','user_segments':['ghosts']}]}}}
        """;

    [Fact]
    public void Debug_On_LogsTheDecisionRuleByRule()
    {
        RecordingLogger logger = new(LogLevel.Debug);
        FlagEngine engine = Published(logger);

        engine.IsEnabled("f", Given.Context("{'user.role':'member'}")).ShouldBeTrue();

        logger.Lines.ShouldContain("Flag f: rule 0 'no' does not match: the condition on user.role does not hold.");
        logger.Lines.ShouldContain("Flag f: rule 1 'yes' matches.");
        logger.Lines.ShouldContain("Flag f gives true by TargetingMatch.");
    }

    [Fact]
    public void Debug_On_IsLoggedBySlotToo()
    {
        RecordingLogger logger = new(LogLevel.Debug);
        FlagEngine engine = Published(logger);

        engine.IsEnabled(TypedFlags.Slot("typed.on"), null).ShouldBeTrue();

        logger.Lines.ShouldContain("Flag typed.on gives true by Static.");
    }

    [Fact]
    public void Debug_SensitiveFlag_ShowsNoValue()
    {
        RecordingLogger logger = new(LogLevel.Debug);
        FlagEngine engine = Published(logger);

        engine.GetStringDetails("secret", "").Value.ShouldBe("hidden-value");

        logger.Lines.ShouldContain(static line => line.Contains("secret", StringComparison.Ordinal));
        logger.Lines.ShouldNotContain(static line => line.Contains("hidden-value", StringComparison.Ordinal));
    }

    [Fact]
    public void Debug_Off_LogsFaultsAndNoDecisions()
    {
        RecordingLogger logger = new(LogLevel.Information);
        FlagEngine engine = Published(logger);

        engine.IsEnabled("f");

        logger.Lines.ShouldHaveSingleItem().ShouldContain("ghosts");
    }

    [Fact]
    public void Debug_TurnedOnLater_IsNoticedWhenSomebodyAsks()
    {
        RecordingLogger logger = new(LogLevel.Information);
        FlagEngine engine = Published(logger);
        logger.Level = LogLevel.Debug;
        engine.RefreshLogging();

        engine.IsEnabled("f");

        logger.Lines.ShouldContain("Flag f: rule 1 'yes' matches.");
    }

    [Fact]
    public void Context_ThatCannotBeRead_IsLoggedOnceForASnapshot()
    {
        RecordingLogger logger = new(LogLevel.Information);
        FlagEngine engine = Published(logger);
        using (FlagContext.Use(static () => throw new InvalidOperationException("No request.")))
        {
            engine.IsEnabled("f");
            engine.IsEnabled("f");
        }

        logger.Lines.Count(static line => line.Contains("could not be evaluated", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static FlagEngine Published(RecordingLogger logger)
    {
        FlagEngine engine = new(Given.Clock(), logger);
        engine.Publish(Given.Set(Flags));
        return engine;
    }

    private sealed class RecordingLogger(LogLevel level) : ILoggerFactory, ILogger
    {
        public LogLevel Level { get; set; } = level;

        public List<string> Lines { get; } = [];

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= Level;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
