using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aurum.FlagGen.Tests.Hosting;

/// <summary>An application has one store: a second one is refused in place of replacing the first in silence.</summary>
public sealed class SecondStoreTests
{
    private readonly ServiceCollection _services = new();

    public static TheoryData<string, string, Action<FlagGenBuilder>, Action<FlagGenBuilder>> Pairs => new()
    {
        { "UseFile", "UseInMemory", static flags => flags.UseFile("flags.json"), static flags => flags.UseInMemory() },
        { "UseInMemory", "UseFile", static flags => flags.UseInMemory(), static flags => flags.UseFile("flags.json") },
        { "UseFile", "UseFile", static flags => flags.UseFile("flags.json"), static flags => flags.UseFile("other.json") },
        { "UseFile", "UseStore", static flags => flags.UseFile("flags.json"), static flags => flags.UseStore(static _ => new InMemoryFeatureFlagStore()) },
        { "UseStore", "UseStore<InMemoryFeatureFlagStore>", static flags => flags.UseStore(static _ => new InMemoryFeatureFlagStore()), static flags => flags.UseStore<InMemoryFeatureFlagStore>() },
        { "UseScenarios", "UseFile", static flags => flags.UseScenarios(static _ => new InMemoryFeatureFlagStore()), static flags => flags.UseFile("flags.json") },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Use_AfterAnother_IsRefusedAndNamesBoth(string firstName, string secondName, Action<FlagGenBuilder> first, Action<FlagGenBuilder> second)
    {
        first(_services.AddFlagGen());

        InvalidOperationException exception = Should.Throw<InvalidOperationException>(() => second(_services.AddFlagGen()));

        exception.Message.ShouldBe(
            $"{secondName} names a store for the flags, and {firstName} has named one before; an application has one store, so remove one of the two calls. "
            + "UseScenarios comes after the other. A test replaces the store with UseTestFlags of Aurum.FlagGen.Testing, after the application has named its own.");
    }

    [Fact]
    public void Use_WhereTheServicesHaveAStoreOfTheirOwn_IsRefusedAndNamesIt()
    {
        _services.AddSingleton<IFeatureFlagStore>(new InMemoryFeatureFlagStore());

        Should.Throw<InvalidOperationException>(() => _services.AddFlagGen().UseFile("flags.json")).Message
            .ShouldStartWith("UseFile names a store for the flags, and a registration of IFeatureFlagStore as InMemoryFeatureFlagStore has named one before;");
    }

    [Fact]
    public void UseScenarios_Twice_IsRefused()
    {
        FlagGenBuilder flags = _services.AddFlagGen().UseInMemory().UseScenarios(static _ => new InMemoryFeatureFlagStore());

        Should.Throw<InvalidOperationException>(() => flags.UseScenarios(static _ => new InMemoryFeatureFlagStore())).Message
            .ShouldBe("UseScenarios is called a second time, and the flags of scenarios have one store; remove one of the calls.");
    }

    [Fact]
    public void Use_AfterItsRegistrationWasTakenOut_IsTaken()
    {
        FlagGenBuilder flags = _services.AddFlagGen().UseFile("flags.json");
        _services.RemoveAll<IFeatureFlagStore>();

        flags.UseInMemory();

        using ServiceProvider provider = _services.BuildServiceProvider();
        provider.GetRequiredService<IFeatureFlagStore>().ShouldBeOfType<InMemoryFeatureFlagStore>();
    }

    [Fact]
    public void UseScenarios_AfterTheStoreWasReplaced_WrapsTheReplacement()
    {
        InMemoryFeatureFlagStore own = new();
        FlagGenBuilder flags = _services.AddFlagGen().UseFile("flags.json");
        _services.Replace(ServiceDescriptor.Singleton<IFeatureFlagStore>(own));

        flags.UseScenarios(static _ => new InMemoryFeatureFlagStore());

        using ServiceProvider provider = _services.BuildServiceProvider();
        provider.GetRequiredService<IFeatureFlagStore>().ShouldBeOfType<ScenarioFeatureFlagAdapter>().Generic.ShouldBeSameAs(own);
    }
}
