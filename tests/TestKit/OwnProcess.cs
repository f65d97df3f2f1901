using System.Diagnostics;

namespace Aurum.FlagGen.TestKit;

/// <summary>A process of its own for a test that measures the whole process: no other test has left anything there, and none runs beside it.</summary>
internal static class OwnProcess
{
    /// <summary>Set in the process that runs one test alone.</summary>
    private const string Variable = "FLAGGEN_OWN_PROCESS";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <summary>Runs the test that calls this by the test program, started once more for it alone; a failure there fails the test here, with all that was printed.</summary>
    /// <param name="test">What the test does. It runs at once where the process is that of the test, or no test of xunit runs.</param>
    public static async Task RunAsync(Action test)
    {
        if (TestContext.Current.TestMethod is not { } method || Environment.GetEnvironmentVariable(Variable) == "1")
        {
            test();
            return;
        }

        string name = $"{method.TestClass.TestClassName}.{method.MethodName}";
        ProcessStartInfo start = new("dotnet", ["exec", typeof(OwnProcess).Assembly.Location, "--filter-method", name]);
        start.Environment[Variable] = "1";
        await using ProgramProcess program = ProgramProcess.Start($"the process of {name}", start);

        (int exitCode, IReadOnlyList<string> lines) = await program.WaitForEndAsync(Limit);

        exitCode.ShouldBe(0, string.Join('\n', lines));
    }
}
