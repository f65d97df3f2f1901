using Aurum.FlagGen.Benchmarks.Manifests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Aurum.FlagGen.Benchmarks.Peer;

/// <summary>Microsoft.FeatureManagement over configuration in memory, registered as its documentation says.</summary>
internal sealed class PeerFlags : IDisposable
{
    private readonly ServiceProvider _services;

    public PeerFlags(IReadOnlyList<PlannedFlag> flags)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(PeerConfiguration.Write(flags)).Build();
        ServiceCollection services = new();
        services.AddSingleton(configuration);
        services.AddFeatureManagement();
        _services = services.BuildServiceProvider();
        Manager = _services.GetRequiredService<IVariantFeatureManager>();
    }

    public IVariantFeatureManager Manager { get; }

    /// <summary>Who asks, as its users build it for one request.</summary>
    public static TargetingContext CreateContext(string userId = FlagFacts.UserId, string role = FlagFacts.UserRole) =>
        new() { UserId = userId, Groups = [role, PeerConfiguration.LastGroup] };

    public void Dispose() => _services.Dispose();
}
