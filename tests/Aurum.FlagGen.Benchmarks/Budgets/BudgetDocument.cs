using System.Globalization;

namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>Writes docs/benchmarks.md: the last results with what one has to know to read them.</summary>
internal static class BudgetDocument
{
    public static string Write(IReadOnlyList<BudgetRow> rows, Machine machine)
    {
        BudgetRow[] missed = [.. rows.Where(static row => row.IsMet == false)];
        BudgetRow[] unmeasured = [.. rows.Where(static row => row.Ours is null)];
        return $"""
            # Benchmarks

            <!-- Written by eng/benchmarks.sh; an edit by hand is lost with the next run. -->

            Every figure with its budget, from one run of `bash eng/benchmarks.sh{(machine.Mode == "full" ? " --full" : "")}`. {Summary(rows, missed, unmeasured)}

            {BudgetReport.Write(rows).TrimEnd()}

            ## The machine

            {machine.Processor}, {machine.Cores} cores; {machine.OperatingSystem}; {machine.Runtime}; the {machine.Mode} mode.
            {LoadSentence(machine)}

            ## How to read it

            - Times are medians. What stands behind a time is what one operation allocates; for loading, what is still held after a full collection; nothing, where it is not counted.
            - The *floor* is code by hand in the same run (`tests/Aurum.FlagGen.Benchmarks/Floor`): a typed context, thresholds computed before, one murmur3, and no engine, reasons or counters. Budgets are multiples of it, because machines differ and are noisy; absolute times compare with nothing but themselves.
            - Ours is what an application runs: the generated accessors over the default engine, with everything that an evaluation does counted in.
            - Every benchmark compares its results with the floor's, for thousands of users, before it is timed, and reports nothing where they differ.
            - *Microsoft.FeatureManagement* reads its configuration from memory and is awaited, as its users do. Its buckets are its own; the user was chosen so that it decides the same. It has no conditions on attributes: a role is a group of its targeting filter, and S3's five rules are five groups, which asks less of it than of the others. Its loading starts from pairs that are in memory already. It has no call for all flags at once, and in S7 its figure is S2's.
            - S1 asks a hundred times in each call, because one evaluation is shorter than the call by which it is reached.
            - *Cold* is the first time in a new process, the just-in-time compilation of our code included: the median of several processes. For the generator, the compiler's driver has run another generator before, because the compiler's own code is compiled ahead of time.

            ## Run it

                bash eng/benchmarks.sh             # the short mode: some minutes on two cores
                bash eng/benchmarks.sh --full      # more iterations, and the slow sizes of the peer
                bash eng/benchmarks.sh S2          # only what has S2 in its name; prints, and leaves this page alone
                bash eng/benchmarks.sh --report    # the last figures again

            """.ReplaceLineEndings("\n");
    }

    private static string Summary(IReadOnlyList<BudgetRow> rows, BudgetRow[] missed, BudgetRow[] unmeasured)
    {
        int met = rows.Count(static row => row.IsMet == true);
        string text = string.Create(CultureInfo.InvariantCulture, $"Of {met + missed.Length} budgets that were measured, {met} are met");
        text += missed.Length == 0 ? "." : $"; missed: {string.Join("; ", missed.Select(static row => row.Budget.Title))}.";
        return unmeasured.Length == 0 ? text : text + $" Not measured: {string.Join("; ", unmeasured.Select(static row => row.Budget.Title))}.";
    }

    private static string LoadSentence(Machine machine) => machine switch
    {
        { LoadBefore: null } => "The system does not tell whether other work was running.",
        { WasBusy: true } => string.Create(
            CultureInfo.InvariantCulture,
            $"Other work was running (a load of {machine.LoadBefore:0.0} in the minute before): the figures are preliminary, above all S5, which wants both cores to itself."),
        _ => string.Create(CultureInfo.InvariantCulture, $"The machine was quiet (a load of {machine.LoadBefore:0.0} in the minute before)."),
    };
}
