using Acme.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Aurum.FlagGen.Testing.Tests.Hosting;

/// <summary>Alone, because a host makes its engine the default one of the process.</summary>
[Collection<AloneGroup>]
public sealed class UseTestFlagsTests
{
    private const string WidgetOn = """{ "flags": { "dashboard_widget": { "status": "enabled", "default_value": true } } }""";

    [Fact]
    public async Task Application_WithAManifestOfTheTests_AnswersFromIt()
    {
        await using ShopApplication application = new(static services => services.UseTestFlags(WidgetOn));
        using HttpClient client = application.CreateClient();

        (await client.GetStringAsync(Address("/injected"))).ShouldBe("on");
        (await client.GetStringAsync(Address("/static"))).ShouldBe("on");
    }

    [Fact]
    public async Task Application_WithDefinitionsOfTheTests_AnswersFromThemAndElseFromItsManifest()
    {
        FeatureFlag banner = new() { Key = "banner.text", Type = FlagType.String, Status = FeatureFlagStatus.Enabled, DefaultValue = "From the test" };
        await using ShopApplication application = new(services => services.UseTestFlags(banner));
        using HttpClient client = application.CreateClient();

        (await client.GetStringAsync(Address("/banner"))).ShouldBe("From the test");
        (await client.GetStringAsync(Address("/injected"))).ShouldBe("off");
    }

    [Fact]
    public async Task Application_WithoutFlagsOfTheTests_AnswersFromItsManifest()
    {
        await using ShopApplication application = new(static services => services.UseTestFlags());
        using HttpClient client = application.CreateClient();

        (await client.GetStringAsync(Address("/banner"))).ShouldBe("Hello");
        application.Services.GetRequiredService<InMemoryFeatureFlagStore>().ShouldBeSameAs(application.Services.GetRequiredService<IFeatureFlagStore>());
    }

    [Fact]
    public async Task Override_InTheTest_ReachesARequestThatKeepsItsExecutionContext()
    {
        await using ShopApplication application = new(static services => services.UseTestFlags());
        application.Server.PreserveExecutionContext = true;
        using HttpClient client = application.CreateClient();

        using (FlagOverrides.Set(Features.DashboardWidget, true))
        {
            (await client.GetStringAsync(Address("/injected"))).ShouldBe("on");
            (await client.GetStringAsync(Address("/static"))).ShouldBe("on");
        }

        (await client.GetStringAsync(Address("/injected"))).ShouldBe("off");
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);
}
