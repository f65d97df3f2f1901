using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Management;

/// <summary>Starts managers that see nothing of what other tests declare, with engines that give a pattern time on a busy machine.</summary>
internal static class Managers
{
    public static ValueTask<FeatureFlagManager> StartAsync(IFeatureFlagStore? store = null, TimeProvider? clock = null, params FlagCatalog[] catalogs) =>
        FeatureFlagManager.FollowAsync(
            store ?? new InMemoryFeatureFlagStore(clock),
            new FixedDeclaredFlags(catalogs),
            Given.Engine(clock ?? TimeProvider.System),
            clock,
            loggerFactory: null,
            TestContext.Current.CancellationToken);
}
