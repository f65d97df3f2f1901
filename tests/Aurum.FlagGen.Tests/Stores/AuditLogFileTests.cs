using System.Text;
using Aurum.FlagGen.Stores;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurum.FlagGen.Tests.Stores;

public sealed class AuditLogFileTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    private AuditLogFile Log => new(_folder.Audit);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadEntries_NoFile_IsEmptyAndMakesNone()
    {
        Entries().ShouldBeEmpty();

        File.Exists(_folder.Audit).ShouldBeFalse();
    }

    [Fact]
    public void Append_ToNoFile_BeginsAtOne()
    {
        Append("a").ShouldBe(0);

        Entries().ShouldHaveSingleItem().ShouldBe(Entry(1, "a"));
    }

    [Fact]
    public void Append_ByOneInstanceAfterAnother_NumbersOn()
    {
        Append("a");
        Append("b");
        Append("c");

        Entries().ShouldBe([Entry(1, "a"), Entry(2, "b"), Entry(3, "c")]);
        File.ReadAllLines(_folder.Audit).Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("{\"sequence\":2,\"at\":\"2026-01-0")]
    [InlineData("{\"sequence\":2,\"at\":\"2026-01-01T00:00:00Z\",\"actor\":\"x\",\"action\":\"y\"}")]
    [InlineData("no JSON at all\n\n\n")]
    public void Append_AfterWhatACrashLeft_GoesOnFromTheLastSoundEntryOnALineOfItsOwn(string left)
    {
        Append("a");
        File.AppendAllText(_folder.Audit, left);

        Append("b");

        Entries().ShouldBe([Entry(1, "a"), Entry(2, "b")]);
    }

    /// <summary>An entry with two definitions may be longer than what is read from the end at first; the cut then falls somewhere into it, in the middle of a character too.</summary>
    [Theory]
    [InlineData(60_000)]
    [InlineData(65_536)]
    [InlineData(200_000)]
    [InlineData(600_001)]
    public void Append_AfterALongEntry_FindsItsNumber(int length)
    {
        Append("a");
        Append("b", after: $"{{\"key\":\"b\",\"description\":\"{new string('ユ', length / 3)}\"}}");

        Append("c");

        Entries().Select(static entry => (entry.Sequence, entry.Key)).ShouldBe([(1, "a"), (2, "b"), (3, "c")]);
    }

    [Fact]
    public void Append_AfterALongRestWithoutAnEntry_FindsTheEntryBeforeIt()
    {
        Append("a");
        Append("b");
        File.AppendAllText(_folder.Audit, new string('x', 300_000) + "\n" + new string('y', 300_000));

        Append("c");

        Entries().Select(static entry => (entry.Sequence, entry.Key)).ShouldBe([(1, "a"), (2, "b"), (3, "c")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"sequence\":2,\"at\":")]
    public void Truncate_ToTheLengthThatAppendGave_LeavesTheFileAsItWas(string left)
    {
        Append("a");
        File.AppendAllText(_folder.Audit, left);
        byte[] before = File.ReadAllBytes(_folder.Audit);

        long length = Append("taken back");
        Log.Truncate(length);

        File.ReadAllBytes(_folder.Audit).ShouldBe(before);
        Append("b");
        Entries().ShouldBe([Entry(1, "a"), Entry(2, "b")]);
    }

    [Fact]
    public void Truncate_TheFirstEntryOfAll_BeginsAnew()
    {
        Log.Truncate(Append("taken back"));

        Entries().ShouldBeEmpty();
        Append("a");
        Entries().ShouldHaveSingleItem().ShouldBe(Entry(1, "a"));
    }

    [Fact]
    public void Trim_OfALink_LeavesTheLinkAndTheRights()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string target = Path.Combine(_folder.Path, "elsewhere.jsonl");
        for (int i = 0; i < 30; i++)
        {
            Append("a");
        }

        File.Move(_folder.Audit, target);
        File.CreateSymbolicLink(_folder.Audit, target);
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Log.Trim(new AuditRetention { MaxEntries = 10 }, Entry(30, "a").At, NullLogger.Instance);

        File.ResolveLinkTarget(_folder.Audit, returnFinalTarget: true)!.FullName.ShouldBe(target);
        File.GetUnixFileMode(target).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Entries().Select(static entry => entry.Sequence).ShouldBe(Enumerable.Range(21, 10).Select(static number => (long)number));
        Directory.GetFiles(_folder.Path, "*.tmp").ShouldBeEmpty();
    }

    /// <summary>A line that looks like an entry and is none keeps the log from nothing.</summary>
    [Fact]
    public void Trim_WhereTheNewestLinesAreNoEntries_KeepsTheNewestThatIsOne()
    {
        for (int i = 0; i < 30; i++)
        {
            Append("a");
        }

        File.AppendAllText(_folder.Audit, "{\"sequence\":\"x\",\"at\":\"2026-11-01T13:00:00Z\"}\n{\"at\":\"2026-11-01T13:00:00Z\"}\n");

        Log.Trim(new AuditRetention { MaxEntries = 1 }, Entry(30, "a").At, NullLogger.Instance);

        Append("b");
        Entries().Select(static entry => entry.Sequence).ShouldBe([30, 31]);
    }

    [Fact]
    public void Append_CreatingTheEntryFails_WritesNothing()
    {
        Append("a");
        byte[] before = File.ReadAllBytes(_folder.Audit);

        Should.Throw<InvalidOperationException>(() => Log.Append(static _ => throw new InvalidOperationException()));

        File.ReadAllBytes(_folder.Audit).ShouldBe(before);
        Append("b");
        Entries().Count.ShouldBe(2);
    }

    [Fact]
    public void ReadEntries_TextOfEveryKind_IsWhatWasWritten()
    {
        Append("a", reason: "two\nlines, \"quotes\", \\ and 😀 \u2028 \0");

        Entries().Single().Reason.ShouldBe("two\nlines, \"quotes\", \\ and 😀 \u2028 \0");
        Encoding.UTF8.GetString(File.ReadAllBytes(_folder.Audit)).Count(static c => c == '\n').ShouldBe(1);
    }

    private IReadOnlyList<AuditEntry> Entries() => AuditLines.Read(_folder.Audit);

    private long Append(string key, string? reason = null, string? after = null) => Log.Append(sequence => Entry(sequence, key, reason, after));

    private static AuditEntry Entry(long sequence, string key, string? reason = null, string? after = null) => new()
    {
        Sequence = sequence,
        At = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(sequence),
        Actor = "ann",
        Action = FlagActions.Create,
        Key = key,
        Version = 7,
        PreviousVersion = 6,
        Reason = reason,
        Before = "{\"key\":\"k\"}",
        After = after,
    };
}
