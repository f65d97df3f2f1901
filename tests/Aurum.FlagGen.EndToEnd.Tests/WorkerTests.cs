using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.EndToEnd.Tests;

/// <summary>The worker sample: flags without a request, in a hosted service and in jobs.</summary>
public sealed class WorkerTests
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Once_OverItsOwnManifest_DecidesEachJobByItsArgumentsAndEnds()
    {
        IReadOnlyList<string> lines = await RunAsync(static manifest => manifest);

        lines.Where(static line => line.StartsWith("Invoice", StringComparison.Ordinal)).ShouldBe(
            [
                "Invoice of customer-1: as ever",
                "Invoice of customer-2: on one page, with thanks",
                "Invoice of customer-3: with every item, with thanks",
                "Invoice of customer-4: as ever, with thanks",
            ],
            ignoreOrder: true);
        lines.ShouldContain("Round done: 4 invoices.");
    }

    [Fact]
    public async Task Once_WithASmallerBatch_TakesFewerInvoices() =>
        (await RunAsync(static manifest => Replace(manifest, "\"default_value\": 4", "\"default_value\": 2"))).ShouldContain("Round done: 2 invoices.");

    [Fact]
    public async Task Once_WithSendingOff_SendsNothingAndSaysWhy()
    {
        IReadOnlyList<string> lines = await RunAsync(static manifest => Replace(manifest, "\"default_value\": true", "\"default_value\": false"));

        lines.ShouldContain("No invoices: invoices.send is off.");
        lines.ShouldNotContain(static line => line.StartsWith("Invoice", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(Func<string, string> edit)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("flaggen-worker-");
        try
        {
            string manifest = Path.Combine(folder.FullName, "flags.json");
            await File.WriteAllTextAsync(manifest, edit(await File.ReadAllTextAsync(RepositoryFolder.Combine("samples", "Worker", "flags.json"))));
            await using ProgramProcess worker = SampleProcess.Start("Worker", "--flags", manifest, "--once");
            (int exitCode, IReadOnlyList<string> lines) = await worker.WaitForEndAsync(EndLimit);
            exitCode.ShouldBe(0, string.Join('\n', lines));
            return lines;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Replace(string manifest, string from, string to)
    {
        manifest.ShouldContain(from);
        return manifest.Replace(from, to, StringComparison.Ordinal);
    }
}
