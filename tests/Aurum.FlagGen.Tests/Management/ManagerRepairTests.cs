using Aurum.FlagGen.Tests.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Management;

/// <summary>A flag that cannot be read is repaired by writing it whole, or by deleting it; a part of it cannot be changed.</summary>
public sealed class ManagerRepairTests : IDisposable
{
    private const string Ada = "ada@example.com";
    private const string Sound = """{ "flags": { "a": { "status": "enabled", "default_value": true, "created_by": "grace" }, "b": { "status": "enabled", "default_value": true } } }""";
    private const string Damaged = """{ "flags": { "a": { "status": 7 }, "b": { "status": "enabled", "default_value": true } } }""";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ManifestFolder _folder = new(Damaged);
    private readonly FileFeatureFlagStore _store;

    public ManagerRepairTests() => _store = new FileFeatureFlagStore(_folder.Manifest);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static FeatureFlag Whole => new() { Key = "a", Status = FeatureFlagStatus.Disabled, Owner = "team-a" };

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Update_WholeDefinition_RepairsTheFlag()
    {
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, _clock);
        (await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await manager.GetFlagAsync("a", Token))).Key.ShouldBe("a");

        FeatureFlag written = await manager.UpdateFlagAsync(Whole, Ada, "The file was damaged.", cancellationToken: Token);

        written.Owner.ShouldBe("team-a");
        (await manager.GetFlagAsync("a", Token))!.Version.ShouldBe(written.Version);
        manager.Engine.TryGetDefinition("a", out FeatureFlag? inForce).ShouldBeTrue();
        inForce!.Owner.ShouldBe("team-a");
        (await manager.UpdateStatusAsync("a", FeatureFlagStatus.Enabled, Ada, cancellationToken: Token)).Status.ShouldBe(FeatureFlagStatus.Enabled);
    }

    [Fact]
    public async Task Update_OfAFlagWhoseLastDefinitionIsInForce_ReplacesItToo()
    {
        _folder.ReplaceBy(Sound);
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, _clock);
        _folder.ReplaceBy(Damaged);
        manager.Engine.IsEnabled("a").ShouldBeTrue();

        await manager.UpdateFlagAsync(Whole, Ada, cancellationToken: Token);

        manager.Engine.IsEnabled("a").ShouldBeFalse();
    }

    [Fact]
    public async Task Update_ThatExpectsAVersion_IsTakenOnlyWhereTheTextHasIt()
    {
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, _clock);
        long version = (await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await manager.GetFlagAsync("a", Token))).Version;

        await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await manager.UpdateFlagAsync(Whole, Ada, expectedVersion: version + 1, cancellationToken: Token));
        _folder.Text.ShouldBe(Damaged);

        (await manager.UpdateFlagAsync(Whole, Ada, expectedVersion: version, cancellationToken: Token)).Owner.ShouldBe("team-a");
    }

    [Fact]
    public async Task Update_FaultyDefinition_RepairsNothing()
    {
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, _clock);

        await Should.ThrowAsync<FeatureFlagValidationException>(
            async () => await manager.UpdateFlagAsync(Whole with { Rules = [new FeatureFlagRule { Name = "r", RolloutPercentage = 150 }] }, Ada, cancellationToken: Token));

        _folder.Text.ShouldBe(Damaged);
    }

    [Fact]
    public async Task Delete_OfAFlagThatCannotBeRead_TakesItOut()
    {
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, _clock);

        await manager.DeleteFlagAsync("a", Ada, cancellationToken: Token);

        (await manager.GetFlagAsync("a", Token)).ShouldBeNull();
        (await manager.GetFlagAsync("b", Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task PartOfAFlagThatCannotBeRead_IsRefusedWithWhatToDo()
    {
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, _clock);
        Func<ValueTask<FeatureFlag>>[] edits =
        [
            () => manager.UpdateStatusAsync("a", FeatureFlagStatus.Disabled, Ada, cancellationToken: Token),
            () => manager.AddRuleAsync("a", new FeatureFlagRule { Name = "r" }, Ada, cancellationToken: Token),
            () => manager.SetAbTestAsync("a", null, Ada, cancellationToken: Token),
        ];
        foreach (Func<ValueTask<FeatureFlag>> edit in edits)
        {
            (await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await edit())).Message.ShouldStartWith(
                "A part of the flag 'a' cannot be changed, because the rest of it cannot be read; write it whole with UpdateFlagAsync, or delete it. The flag 'a' cannot be read at '/status':");
        }

        _folder.Text.ShouldBe(Damaged);
    }

    [Fact]
    public async Task Create_OverAFlagThatCannotBeRead_IsRefusedWithWhatToDo()
    {
        await using FeatureFlagManager manager = await Managers.StartAsync(_store, _clock);

        (await Should.ThrowAsync<FeatureFlagUnreadableException>(async () => await manager.CreateFlagAsync(Whole, Ada, cancellationToken: Token))).Message.ShouldStartWith(
            "The flag 'a' cannot be created: there is one, which cannot be read; replace it with UpdateFlagAsync, or delete it.");
        _folder.Text.ShouldBe(Damaged);
    }
}
