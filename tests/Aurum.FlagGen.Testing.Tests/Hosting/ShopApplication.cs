using Acme.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aurum.FlagGen.Testing.Tests.Hosting;

/// <summary>A small application whose store no test could reach, and the factory that makes it with the test's flags.</summary>
internal sealed class ShopApplication(Action<IServiceCollection> useTestFlags) : WebApplicationFactory<ShopApplication>
{
    protected override IHostBuilder CreateHostBuilder() => Host.CreateDefaultBuilder().ConfigureWebHostDefaults(static web => web
        .ConfigureServices(static services =>
        {
            services.AddRouting();
            services.AddFlagGen().UseStore(static _ => throw new InvalidOperationException("The application's own store was made.")).AddFeatures();
        })
        .Configure(static app => app.UseRouting().UseEndpoints(static endpoints =>
        {
            endpoints.MapGet("/injected", static (IFeatures features) => Text(features.DashboardWidget.IsEnabled(new FeatureContext { UserId = "user-1" })));
            endpoints.MapGet("/static", static () => Text(Features.DashboardWidget.IsEnabled(new FeatureContext { UserId = "user-1" })));
            endpoints.MapGet("/banner", static (IFeatures features) => features.Banner.Text.GetValue());
        })));

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseContentRoot(AppContext.BaseDirectory).ConfigureTestServices(useTestFlags);

    private static string Text(bool value) => value ? "on" : "off";
}
