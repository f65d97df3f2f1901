namespace Aurum.FlagGen.Tests.Management;

/// <summary>Starts managers that see nothing of what other tests declare.</summary>
internal static class Managers
{
    public static ValueTask<FeatureFlagManager> StartAsync(IFeatureFlagStore? store = null, TimeProvider? clock = null, params FlagCatalog[] catalogs) =>
        FeatureFlagManager.FollowAsync(
            store ?? new InMemoryFeatureFlagStore(clock),
            new FixedDeclaredFlags(catalogs),
            engine: null,
            clock,
            loggerFactory: null,
            TestContext.Current.CancellationToken);
}
