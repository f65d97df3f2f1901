namespace Aurum.FlagGen.Tests.Management;

public sealed class FlagLimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_FlagPastTheLimitOfAManifest_IsRefused()
    {
        string flags = string.Join(",", Enumerable.Range(0, 9_999).Select(static i => $"\"f{i}\":{{}}"));
        await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(
            InMemoryFeatureFlagStore.FromManifest("{\"flags\":{" + flags + "}}"), cancellationToken: Token);
        await manager.CreateFlagAsync(new FeatureFlag { Key = "last" }, "ada", cancellationToken: Token);

        FeatureFlagValidationException refused = await Should.ThrowAsync<FeatureFlagValidationException>(
            async () => await manager.CreateFlagAsync(new FeatureFlag { Key = "one-too-many" }, "ada", cancellationToken: Token));

        refused.Message.ShouldContain("there are 10000 flags already");
        (await manager.UpdateStatusAsync("f0", FeatureFlagStatus.Enabled, "ada", cancellationToken: Token)).Status.ShouldBe(FeatureFlagStatus.Enabled);
    }
}
