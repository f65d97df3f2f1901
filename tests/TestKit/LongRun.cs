using System.Globalization;

namespace Aurum.FlagGen.TestKit;

/// <summary>Proofs that take too long for every build. They run where the variable FLAGGEN_LONG asks for them.</summary>
internal static class LongRun
{
    private const string Variable = "FLAGGEN_LONG";

    /// <summary>How many rounds the test is to make; without the variable the test is skipped.</summary>
    /// <param name="full">The number of the whole proof, which the variable's value 1 stands for; any other value is the number itself.</param>
    public static int Count(int full)
    {
        string? wanted = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(
            string.IsNullOrEmpty(wanted),
            $"This proof takes long. It runs where the environment variable {Variable} is 1, which means {full.ToString("N0", CultureInfo.InvariantCulture)} rounds, or says how many.");
        int count = int.Parse(wanted!, CultureInfo.InvariantCulture);
        return count == 1 ? full : count;
    }
}
