using Aurum.FlagGen.Stores;

namespace Aurum.FlagGen.Tests.Stores;

/// <summary>What is written is what is read: the check that every store makes before it writes.</summary>
public sealed class WriteCheckTests
{
    private static readonly FeatureFlag Sound = new() { Key = "k", Type = FlagType.String, DefaultValue = "good" };

    public static TheoryData<FeatureFlag, string> Faulty { get; } = new()
    {
        { Sound with { DefaultValue = "a\ud800b" }, "it could not be read again" },
        { Sound with { Description = "\udc00" }, "it could not be read again" },
        { Sound with { Key = "half\ud83d" }, "it could not be read again" },
        { Sound with { Variants = [new FlagVariant("v", true), new FlagVariant("v", false)] }, "already used" },
        { Sound with { Rules = [new FeatureFlagRule { Name = "r", RolloutPercentage = double.NaN }] }, "it could not be read again" },
        { Sound with { Rules = [null!] }, "null" },
        { Sound with { Tags = null! }, "null" },
        { Sound with { Type = (FlagType)99 }, "no value that it can have" },
        { Sound with { Description = new string('x', WriteCheck.MaxDefinitionLength) }, "at most 4,194,304" },
        { Sound with { Key = "" }, "give 1 to 500" },
        { Sound with { Key = new string('k', 501) }, "give 1 to 500" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task Save_WhatNobodyCouldRead_IsRefusedByEveryStoreAndLeavesNoTrace(FeatureFlag flag, string because)
    {
        using ManifestFolder folder = new("""{ "flags": {} }""");
        FlagChange change = new() { Actor = "ann", Action = FlagActions.Create };
        foreach (IFeatureFlagStore store in (IFeatureFlagStore[])[new InMemoryFeatureFlagStore(), new FileFeatureFlagStore(folder.Manifest)])
        {
            ArgumentException refused = await Should.ThrowAsync<ArgumentException>(async () => await store.SaveAsync(flag, 0, change, TestContext.Current.CancellationToken));

            refused.Message.ShouldContain(because);
            (await store.LoadAsync(TestContext.Current.CancellationToken)).Flags.ShouldBeEmpty();
            (await store.ReadAuditAsync(new AuditQuery(), TestContext.Current.CancellationToken)).Total.ShouldBe(0);
        }
    }

    [Fact]
    public async Task Change_ByHalfACharacter_IsInTheLogWithAReplacement()
    {
        using ManifestFolder folder = new("""{ "flags": { "n": {} } }""");
        InMemoryFeatureFlagStore memory = InMemoryFeatureFlagStore.FromManifest(folder.Text);
        foreach (IFeatureFlagStore store in (IFeatureFlagStore[])[memory, new FileFeatureFlagStore(folder.Manifest)])
        {
            await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(store, cancellationToken: TestContext.Current.CancellationToken);
            await manager.UpdateStatusAsync("n", FeatureFlagStatus.Enabled, "ada");
            await manager.UpdateStatusAsync("n", FeatureFlagStatus.Disabled, "mal\ud800lory", "because \udc01");
            await manager.UpdateStatusAsync("n", FeatureFlagStatus.Enabled, "bob 😀");

            AuditPage page = await manager.ReadAuditAsync();

            page.Total.ShouldBe(3);
            page.Entries.Select(static entry => entry.Actor).ShouldBe(["bob 😀", "mal\ufffdlory", "ada"]);
            page.Entries.Select(static entry => entry.Sequence).ShouldBe([3, 2, 1]);
            page.Entries[1].Reason.ShouldBe("because \ufffd");
        }
    }

    [Theory]
    [InlineData(201, 1, 0, "actor")]
    [InlineData(1, 101, 0, "action")]
    [InlineData(1, 1, 10_001, "reason")]
    public void Change_LongerThanItsBound_NamesTheBound(int actor, int action, int reason, string what)
    {
        FlagChange change = new() { Actor = new string('a', actor), Action = new string('a', action), Reason = new string('a', reason) };

        Should.Throw<ArgumentException>(() => WriteCheck.Change(change)).Message.ShouldContain($"The {what} of a change");
    }

    /// <summary>What writes and compares values goes as deep as they do, and the stack ends somewhere.</summary>
    [Fact]
    public void Value_ListsDeeperThanAnyReaderTakes_IsRefusedWhenItIsMade()
    {
        FlagValue value = "x";
        for (int i = 0; i < 64; i++)
        {
            value = FlagValue.From(new[] { value });
        }

        FlagValue.Parse(value.ToJson()).ShouldBe(value);
        Should.Throw<ArgumentException>(() => FlagValue.From(new[] { value })).Message.ShouldStartWith("The value is 65 lists deep, and at most 64 are read");
    }
}
