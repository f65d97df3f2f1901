namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>Every budget there is.</summary>
internal static class BudgetTable
{
    private const double Milliseconds = 1e6;
    private const long Megabytes = 1_000_000;

    public static IReadOnlyList<Budget> All { get; } =
    [
        Scenario("S0: build the context from its values", "S0Context", 1.3),
        new("S1: a boolean without rules, on", "S1Switch.Ours", "S1Switch.Floor", "S1Switch.Microsoft", BudgetKind.Nanoseconds, 5, 0),
        Scenario("S2: one rule, a role and 50 % by user id", "S2Rollout", 1.1, 0),
        Scenario("S3: five rules, the last matches", "S3Rules", 3, 0),
        Scenario("S4: A/B test with three variants", "S4Experiment", 1.1, 0),
        new("S5: S2 on two threads; the floor is ours on one", "S5TwoThreads.OursTwoThreads", "S5TwoThreads.OursOneThread", null, BudgetKind.SpeedUp, 1.8, 0),
        new("S5, for comparison: the floor on two threads", "S5TwoThreads.FloorTwoThreads", "S5TwoThreads.FloorOneThread", null, BudgetKind.None, 0),
        Scenario("S6: 1,004 flags for one user into the caller's buffer", "S6AllFlags", 4, 0),
        new("S7: S2 by key, with a dictionary as context", "S7ByKey.Ours", "S7ByKey.Floor", "S2Rollout.Microsoft", BudgetKind.TimesFloor, 1.5, 0),
        Load(2_000, BudgetKind.Nanoseconds, 70 * Milliseconds, 3 * Megabytes),
        Load(10_000, BudgetKind.Nanoseconds, 200 * Milliseconds, 12 * Megabytes),
        Generator("cold", "Generator.Cold", 100),
        Generator("cold", "Generator.Cold", 2_000, 250 * Milliseconds),
        Generator("cold", "Generator.Cold", 10_000),
        Generator("a C# keystroke", "GeneratorEdits.Keystroke", 100),
        Generator("a C# keystroke", "GeneratorEdits.Keystroke", 2_000, 0.1 * Milliseconds),
        Generator("a C# keystroke", "GeneratorEdits.Keystroke", 10_000),
        Generator("a key edit", "GeneratorEdits.KeyEdit", 100),
        Generator("a key edit", "GeneratorEdits.KeyEdit", 2_000, 25 * Milliseconds),
        Generator("a key edit", "GeneratorEdits.KeyEdit", 10_000),
        new("Compiling what 2,000 flags generate; the floor is 2,000 literal properties", "CompilationCost.Generated", "CompilationCost.Literals", null, BudgetKind.TimesFloor, 8),
        new("All analyzers over 2,000 files with 40,000 reads, their sum by -p:ReportAnalyzer; the floor is compiling the files", FigureName.Of("Analyzers.Ours", 400), FigureName.Of("Analyzers.Floor", 400), null, BudgetKind.TimesFloor, 0.03),
        new("The same by the clock, with what the compiler does to serve them; the floor is an analyzer that is shown the same operations and does nothing", FigureName.Of("Analysis.Ours", 400), FigureName.Of("Analysis.Floor", 400), null, BudgetKind.None, 0),
    ];

    private static Budget Scenario(string title, string type, double timesFloor, long? maxBytes = null) =>
        new(title, type + ".Ours", type + ".Floor", type + ".Microsoft", BudgetKind.TimesFloor, timesFloor, maxBytes);

    private static Budget Load(int flags, BudgetKind kind, double limit, long? maxBytes) =>
        new(
            $"Load {flags:N0} flags from JSON in a cold process and evaluate each once",
            FigureName.Of("Load.Ours", flags),
            FigureName.Of("Load.Floor", flags),
            FigureName.Of("Load.Microsoft", flags),
            kind,
            limit,
            maxBytes);

    private static Budget Generator(string what, string figure, int flags, double? limit = null) =>
        new(
            $"Generator, {flags:N0} flags: {what}",
            FigureName.Of(figure, flags),
            null,
            null,
            limit is null ? BudgetKind.None : BudgetKind.Nanoseconds,
            limit ?? 0);
}
