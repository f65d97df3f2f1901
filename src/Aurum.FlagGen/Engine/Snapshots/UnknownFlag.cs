using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>What is answered where there is no flag.</summary>
internal static class UnknownFlag
{
    /// <summary>The outcome of a slot that was never handed out.</summary>
    public static FlagOutcome Outcome { get; } = Compile();

    public static string Describe(string key) => $"No flag has the key '{key}'. Keys are case-sensitive.";

    private static FlagOutcome Compile()
    {
        FlagEnvironment environment = new([], [], FlagGraph.Empty, new EvaluationLimits(Timeout.InfiniteTimeSpan));
        return new FlagCompiler(environment)
            .CompileError(new FeatureFlag { Key = "" }, FlagSource.None, EvaluationErrorCode.FlagNotFound, Describe(""))
            .Constant!;
    }
}
