using CsCheck;
using Aurum.FlagGen.Stores;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurum.FlagGen.Tests.Stores;

/// <summary>A page of a log file is read from its end, and is the page that reading all of it would give.</summary>
public sealed class AuditPagingTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Names = ["a", "b\"\\", "ü😀"];

    private readonly ManifestFolder _folder = new();

    private AuditLogFile Log => new(_folder.Audit);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadPage_AnyLogAndQuery_IsWhatReadingAllOfItGives()
    {
        Random dice = new(7);
        for (int i = 1; i <= 300; i++)
        {
            Log.Append(sequence => Entry(sequence, Names[dice.Next(3)], Names[dice.Next(3)], Start.AddHours(dice.Next(20)), dice.Next(40) == 0 ? 100_000 : dice.Next(300)));
            if (dice.Next(30) == 0)
            {
                File.AppendAllText(_folder.Audit, dice.Next(2) == 0 ? "{\"sequence\":9,\"at\":\"2026" : "\n\nno entry\n");
            }
        }

        AuditEntry[] all = [.. AuditLines.Read(_folder.Audit)];
        all.Length.ShouldBe(300);
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[-1, 20], Gen.Int[-1, 20], Gen.Int[1, 40], Gen.Int[1, 60]).Sample(
            (key, actor, from, to, page, limit) =>
            {
                AuditQuery query = new()
                {
                    Key = key == 3 ? null : Names[key],
                    Actor = actor == 3 ? null : Names[actor],
                    From = from < 0 ? null : Start.AddHours(from),
                    To = to < 0 ? null : Start.AddHours(to),
                    Page = page,
                    Limit = limit,
                };
                AuditPage expected = query.Apply(all);

                AuditPage read = Log.ReadPage(query);

                read.Entries.ShouldBe(expected.Entries);
                read.Total.ShouldBe(expected.Total);
            },
            iter: 200,
            threads: 1);
    }

    /// <summary>Where page 1 took as much memory as the log is long many times over.</summary>
    [Fact]
    public void ReadPage_FirstOfALargeLog_TakesMemoryForThePageOnly()
    {
        using (StreamWriter writer = new(_folder.Audit))
        {
            for (int i = 1; i <= 4_000; i++)
            {
                writer.Write(Entry(i, "a", "b", Start, 5_000).ToJson() + "\n");
            }
        }

        new FileInfo(_folder.Audit).Length.ShouldBeGreaterThan(20_000_000);
        Log.ReadPage(new AuditQuery());
        long before = GC.GetAllocatedBytesForCurrentThread();
        AuditPage first = Log.ReadPage(new AuditQuery());
        AuditPage filtered = Log.ReadPage(new AuditQuery { Actor = "nobody" });
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        first.Total.ShouldBe(4_000);
        first.Entries[0].Sequence.ShouldBe(4_000);
        filtered.Total.ShouldBe(0);
        allocated.ShouldBeLessThan(10_000_000);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    [InlineData(400_000)]
    public void LinesFromEnd_LinesOfAnyLength_AreTheLinesBackwards(int length)
    {
        string[] lines = ["", "first", new string('x', length), "", new string('y', length - 1), "last"];
        File.WriteAllText(_folder.Audit, string.Join('\n', lines));
        using FileStream stream = File.OpenRead(_folder.Audit);

        string[] read = [.. LinesFromEnd.Read(stream).Select(static line => System.Text.Encoding.UTF8.GetString(line.Span))];

        read.ShouldBe(lines.Reverse());
    }

    [Theory]
    [InlineData(10, null, 23, 13)]
    [InlineData(null, 10, 23, 12)]
    [InlineData(1_000, 1_000, 23, 0)]
    public void Trim_MoreThanATenthBeyond_KeepsWhatIsAskedForAndSaysSo(int? entries, int? hours, int written, int taken)
    {
        for (int i = 1; i <= written; i++)
        {
            Log.Append(sequence => Entry(sequence, "a", "b", Start.AddHours(sequence), 10));
        }

        RecordingLogger<object> told = new();
        AuditRetention retention = new() { MaxEntries = entries, MaxAge = hours is { } age ? TimeSpan.FromHours(age) : null };
        Log.Trim(retention, Start.AddHours(written), told);

        AuditLines.Read(_folder.Audit).Select(static entry => entry.Sequence).ShouldBe(Enumerable.Range(taken + 1, written - taken).Select(static number => (long)number));
        Log.ReadPage(new AuditQuery { Limit = 5 }).Total.ShouldBe(written - taken);
        told.All.ShouldBe(taken == 0 ? [] : [$"Information: {taken} entries were taken out of the audit log '{_folder.Audit}', which keeps {retention}."]);
        Log.Append(sequence => Entry(sequence, "a", "b", Start, 10));
        Log.ReadPage(new AuditQuery()).Entries[0].Sequence.ShouldBe(written + 1);
    }

    [Fact]
    public void Trim_AllTooOld_KeepsTheLastForItsNumber()
    {
        Log.Append(sequence => Entry(sequence, "a", "b", Start, 10));
        Log.Append(sequence => Entry(sequence, "a", "b", Start, 10));

        Log.Trim(new AuditRetention { MaxAge = TimeSpan.FromDays(1) }, Start.AddYears(1), NullLogger.Instance);

        AuditLines.Read(_folder.Audit).ShouldHaveSingleItem().Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task Stores_WithARetention_KeepSoMuch()
    {
        using ManifestFolder folder = new("""{ "flags": { } }""");
        AuditRetention three = new() { MaxEntries = 3 };
        FlagChange change = new() { Actor = "ann", Action = FlagActions.Create };
        foreach (IFeatureFlagStore store in (IFeatureFlagStore[])[new InMemoryFeatureFlagStore { AuditRetention = three }, new FileFeatureFlagStore(folder.Manifest) { AuditRetention = three }])
        {
            for (int i = 0; i < 10; i++)
            {
                await store.SaveAsync(new FeatureFlag { Key = $"f{i}" }, 0, change, TestContext.Current.CancellationToken);
            }

            AuditPage page = await store.ReadAuditAsync(new AuditQuery(), TestContext.Current.CancellationToken);
            page.Total.ShouldBeInRange(3, 4);
            page.Entries[0].Sequence.ShouldBe(10);
        }
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, 0)]
    public void Retention_ThatKeepsNothing_IsRefused(int? entries, int? hours) =>
        Should.Throw<ArgumentException>(() => new InMemoryFeatureFlagStore
        {
            AuditRetention = new AuditRetention { MaxEntries = entries, MaxAge = hours is { } age ? TimeSpan.FromHours(age) : null },
        }).Message.ShouldStartWith("AuditRetention.Max");

    private static AuditEntry Entry(long sequence, string key, string actor, DateTimeOffset at, int length) => new()
    {
        Sequence = sequence,
        At = at,
        Actor = actor,
        Action = FlagActions.Update,
        Key = key,
        Reason = "\"key\":\"x\"",
        After = $"{{\"key\":\"k\",\"description\":\"{new string('d', length)}\"}}",
    };
}
