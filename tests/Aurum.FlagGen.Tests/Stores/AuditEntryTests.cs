using CsCheck;

namespace Aurum.FlagGen.Tests.Stores;

public sealed class AuditEntryTests
{
    private const string Least = """{"sequence":1,"at":"2026-11-01T00:00:00Z","actor":"a","action":"create","key":"k"}""";

    private static readonly Gen<string> Texts = Gen.OneOf("", "a", "two\nlines", "\"quoted\"", "\\", "😀", "\u2028", "\0", "{", "ユーザー").Array[0, 4].Select(string.Concat);

    [Fact]
    public void TryParse_WhatToJsonWrote_GivesTheEntryBack() =>
        Gen.Select(Gen.Long[0, 1L << 53], Texts, Texts, Texts, Gen.Bool, Gen.Long[0, 3_000_000_000]).Sample(
            static (number, actor, key, reason, hasDefinitions, seconds) =>
            {
                AuditEntry entry = new()
                {
                    Sequence = number,
                    At = DateTimeOffset.UnixEpoch.AddSeconds(seconds),
                    Actor = actor,
                    Action = FlagActions.Create,
                    Key = key,
                    Version = number,
                    PreviousVersion = number / 2,
                    Reason = reason.Length == 0 ? null : reason,
                    Before = hasDefinitions ? "{\"key\":\"k\",\"tags\":[\"x\"]}" : null,
                    After = hasDefinitions ? null : "{\"key\":\"k\"}",
                };

                string json = entry.ToJson();

                json.ShouldNotContain('\n');
                AuditEntry.TryParse(json, out AuditEntry? read).ShouldBeTrue(json);
                read.ShouldBe(entry);
            },
            iter: 2_000);

    [Fact]
    public void TryParse_TheLeastEntry_TakesIt()
    {
        AuditEntry.TryParse(Least, out AuditEntry? entry).ShouldBeTrue();

        entry.ShouldBe(new AuditEntry { Sequence = 1, At = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), Actor = "a", Action = "create", Key = "k" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"sequence":1,"at":"2026-11-01T00:00:00Z","actor":"a","action":"create"}""")]
    [InlineData("""{"sequence":1,"at":"2026-11-01T00:00:00Z","action":"create","key":"k"}""")]
    [InlineData("""{"sequence":1,"at":"2026-11-01T00:00:00Z","actor":"a","key":"k"}""")]
    [InlineData("""{"sequence":"1","at":"2026-11-01T00:00:00Z","actor":"a","action":"create","key":"k"}""")]
    [InlineData("""{"sequence":1,"at":"yesterday","actor":"a","action":"create","key":"k"}""")]
    [InlineData("""{"sequence":1,"at":"2026-11-01T00:00:00Z","actor":"a","action":"create","key":"k" """)]
    [InlineData("""{"sequence":1,"at":"2026-11-01T00:00:00Z","actor":"a","action":"create","key":"k"} {}""")]
    public void TryParse_AnythingElse_IsRefused(string json)
    {
        AuditEntry.TryParse(json, out AuditEntry? entry).ShouldBeFalse();

        entry.ShouldBeNull();
    }
}
