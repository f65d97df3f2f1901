using System.Globalization;
using Aurum.FlagGen.Benchmarks.Budgets;
using Aurum.FlagGen.Benchmarks.Manifests;
using BenchmarkDotNet.Running;

namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>What the program does for the words of its command line.</summary>
internal static class BenchmarkCommand
{
    private const string FullOption = "--full";
    private const string ReportOption = "--report";
    private const string ManifestOption = "--manifest";

    public static int Run(string[] args)
    {
        if (args is [ProbeRunner.Command, string name, string flags, string manifest])
        {
            ProbeRunner.RunChild(name, int.Parse(flags, CultureInfo.InvariantCulture), manifest);
            return 0;
        }

        string[] filters = [.. args.Where(static word => !word.StartsWith("--", StringComparison.Ordinal))];
        string[] unknown = [.. args.Where(static word => word.StartsWith("--", StringComparison.Ordinal) && word is not (FullOption or ReportOption or ManifestOption))];
        if (filters.Length > 1 || unknown.Length > 0)
        {
            Console.Error.WriteLine($"Usage: [{FullOption}] [{ReportOption}] [{ManifestOption}] [part of a name]. Not understood: {string.Join(' ', unknown.Concat(filters.Skip(1)))}");
            return 2;
        }

        if (args.Contains(ManifestOption))
        {
            File.WriteAllText(RepositoryPaths.Manifest, FlagsJsonWriter.Write(FlagPlan.ForScenarios()));
            return 0;
        }

        string filter = filters.Length == 0 ? "" : filters[0];
        if (!args.Contains(ReportOption))
        {
            Measure(args.Contains(FullOption), filter);
        }

        Report(writeDocument: filter.Length == 0);
        return 0;
    }

    private static void Measure(bool full, string filter)
    {
        if (filter.Length == 0)
        {
            FigureFiles.Clear();
        }

        Machine.Read(full).Save();
        ProbeRunner.RunAll(full, filter);
        BenchmarkSwitcher.FromAssembly(typeof(BenchmarkCommand).Assembly)
            .Run(["--filter", $"*{filter}*"], BenchmarkSettings.Create(full, RepositoryPaths.Artifacts));
    }

    private static void Report(bool writeDocument)
    {
        IReadOnlyDictionary<string, Figure> figures = FigureFiles.Load();
        BudgetRow[] rows = [.. BudgetTable.All.Select(budget => BudgetRow.Create(budget, figures))];
        Console.Out.WriteLine(BudgetReport.Write(rows));
        if (writeDocument && Machine.Saved() is { } machine)
        {
            File.WriteAllText(RepositoryPaths.Document, BudgetDocument.Write(rows, machine));
            Console.Out.WriteLine($"Written to {Path.GetRelativePath(RepositoryPaths.Root, RepositoryPaths.Document)}.");
        }
    }
}
