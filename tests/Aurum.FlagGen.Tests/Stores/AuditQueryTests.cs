using CsCheck;

namespace Aurum.FlagGen.Tests.Stores;

public sealed class AuditQueryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Names = Gen.OneOf("a", "b", "c");

    private static readonly Gen<AuditEntry[]> Logs = Gen.Select(Names, Names, Names, Gen.Int[0, 20]).Array[0, 60].Select(static parts =>
        parts.Select(static (part, i) => Entry(i + 1, part.Item1, part.Item2, part.Item3, Start.AddHours(part.Item4))).ToArray());

    private static readonly Gen<AuditQuery> Queries = Gen.Select(
        Optional(Names),
        Optional(Names),
        Optional(Names),
        Gen.Int[-1, 20],
        Gen.Int[-1, 20],
        Gen.Int[1, 8],
        Gen.Int[1, 12],
        static (key, actor, action, from, to, page, limit) => new AuditQuery
        {
            Key = key,
            Actor = actor,
            Action = action,
            From = from < 0 ? null : Start.AddHours(from),
            To = to < 0 ? null : Start.AddHours(to),
            Page = page,
            Limit = limit,
        });

    [Fact]
    public void Apply_AnyLogAndQuery_GivesThePageOfWhatMatchesNewestFirst() =>
        Gen.Select(Logs, Queries).Sample(
            static (log, query) =>
            {
                List<AuditEntry> matching = [.. log.Where(entry => IsWanted(entry, query))];
                matching.Reverse();

                AuditPage page = query.Apply(log);

                page.Entries.ShouldBe(matching.Skip((query.Page - 1) * query.Limit).Take(query.Limit));
                (page.Page, page.Limit, page.Total).ShouldBe((query.Page, query.Limit, matching.Count));
            },
            iter: 5_000);

    [Fact]
    public void Apply_AllPages_AreTheLogOnce() =>
        Gen.Select(Logs, Gen.Int[1, 12]).Sample(
            static (log, limit) =>
            {
                List<long> sequences = [];
                for (int number = 1; number <= (log.Length / limit) + 1; number++)
                {
                    sequences.AddRange(new AuditQuery { Page = number, Limit = limit }.Apply(log).Entries.Select(static entry => entry.Sequence));
                }

                sequences.ShouldBe(Enumerable.Range(1, log.Length).Reverse().Select(static i => (long)i));
            },
            iter: 1_000);

    [Fact]
    public void Apply_PageBeyondTheEnd_IsEmptyAndTellsTheTotal()
    {
        AuditEntry[] log = [Entry(1, "a", "a", "a", Start), Entry(2, "b", "b", "b", Start)];

        AuditPage page = new AuditQuery { Page = int.MaxValue, Limit = AuditQuery.MaxLimit }.Apply(log);

        page.Entries.ShouldBeEmpty();
        page.Total.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(-1, 50)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    [InlineData(1, AuditQuery.MaxLimit + 1)]
    public void Apply_PageOrLimitOutOfRange_Throws(int page, int limit) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new AuditQuery { Page = page, Limit = limit }.Apply([]));

    [Fact]
    public void Apply_WithoutSettings_GivesTheFiftyNewest()
    {
        AuditEntry[] log = [.. Enumerable.Range(1, 80).Select(static i => Entry(i, "a", "a", "a", Start))];

        AuditPage page = new AuditQuery().Apply(log);

        page.Entries.Select(static entry => entry.Sequence).ShouldBe(Enumerable.Range(31, 50).Reverse().Select(static i => (long)i));
        (page.Page, page.Limit, page.Total).ShouldBe((1, 50, 80));
    }

    [Fact]
    public void Matches_TheTimesThemselves_IncludesFromAndExcludesTo()
    {
        AuditEntry entry = Entry(1, "a", "a", "a", Start);

        new AuditQuery { From = Start }.Matches(entry).ShouldBeTrue();
        new AuditQuery { From = Start.AddTicks(1) }.Matches(entry).ShouldBeFalse();
        new AuditQuery { To = Start }.Matches(entry).ShouldBeFalse();
        new AuditQuery { To = Start.AddTicks(1) }.Matches(entry).ShouldBeTrue();
    }

    private static bool IsWanted(AuditEntry entry, AuditQuery query)
    {
        List<bool> demands = [];
        if (query.Key is { } key)
        {
            demands.Add(entry.Key == key);
        }

        if (query.Actor is { } actor)
        {
            demands.Add(entry.Actor == actor);
        }

        if (query.Action is { } action)
        {
            demands.Add(entry.Action == action);
        }

        if (query.From is { } from)
        {
            demands.Add(entry.At.CompareTo(from) >= 0);
        }

        if (query.To is { } to)
        {
            demands.Add(entry.At.CompareTo(to) < 0);
        }

        return demands.TrueForAll(static demand => demand);
    }

    private static Gen<string?> Optional(Gen<string> gen) => Gen.Select(gen, Gen.Int[0, 2], static (value, die) => die == 0 ? value : null);

    private static AuditEntry Entry(long sequence, string key, string actor, string action, DateTimeOffset at) => new()
    {
        Sequence = sequence,
        At = at,
        Actor = actor,
        Action = action,
        Key = key,
    };
}
