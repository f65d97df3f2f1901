namespace Aurum.FlagGen.TestKit;

/// <summary>Tests that take too long for a plain <c>dotnet test</c>, which leaves them out.</summary>
internal static class SlowTest
{
    /// <summary>Set to 1 by <c>.ci/run</c>, which runs every test.</summary>
    private const string Variable = "FLAGGEN_SLOW";

    /// <summary>Why a slow test is skipped in this run, and how to run it; null where it runs.</summary>
    public static string? Skip { get; } = Environment.GetEnvironmentVariable(Variable) == "1"
        ? null
        : $"This test is slow. To run it: {Variable}=1 dotnet test, or bash .ci/run for everything.";

    /// <summary>How many rounds a test over many inputs makes.</summary>
    /// <param name="all">With the slow tests.</param>
    /// <param name="plain">In a plain run.</param>
    public static int Rounds(int all, int plain) => Skip is null ? all : plain;
}
