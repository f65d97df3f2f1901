namespace Aurum.FlagGen;

/// <summary>What a store implements beside <see cref="IFeatureFlagStore"/> to say how it is; the health check of <c>AddFeatureFlags</c> asks it.</summary>
public interface IFeatureFlagStoreHealth
{
    /// <summary>How the store is, as far as it knows without asking anybody.</summary>
    FeatureFlagStoreHealth GetHealth();
}
