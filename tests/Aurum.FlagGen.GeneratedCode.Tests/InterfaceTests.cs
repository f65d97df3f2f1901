using Acme.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Aurum.FlagGen.GeneratedCode.Tests;

/// <summary>The same members, bound to an engine of one's own.</summary>
public sealed class InterfaceTests
{
    private sealed class Recorder : IFlagEventListener
    {
        public List<(string Key, string Event, FlagContext Context)> Events { get; } = [];

        public void OnTracked(in FlagEvent flagEvent) => Events.Add((flagEvent.FlagKey, flagEvent.EventName, flagEvent.Context));
    }

    private static readonly FeatureContext Anybody = new() { UserId = "user-1" };

    [Fact]
    public void Interface_OfTheClass_HasTheSameMembers() =>
        typeof(IFeatures).GetProperties().Select(static property => (property.Name, property.PropertyType))
            .ShouldBe(typeof(Features).GetProperties().Select(static property => (property.Name, property.PropertyType)));

    [Fact]
    public void Interface_BoundToAnEngine_AsksThatEngine()
    {
        FlagEngine engine = new();
        IFeatures features = engine.GetFeatures();
        engine.Publish(new FlagSet
        {
            Version = "1",
            Flags =
            [
                FeatureFlag.Parse("""{ "key": "checkout.flow", "type": "variant", "variants": ["control", "variant_a", "variant_b"], "status": "enabled", "default_value": "variant_b" }"""),
                FeatureFlag.Parse("""{ "key": "dashboard_widget", "status": "enabled", "default_value": true }"""),
            ],
        });

        features.Checkout.Flow.GetVariant(Anybody).ShouldBe(CheckoutFlowVariant.VariantB);
        features.DashboardWidget.IsEnabled(Anybody).ShouldBeTrue();
        features.Search.PageSize.GetValue(Anybody).ShouldBe(20);
        features.Search.Fuzzy.IsEnabled(Anybody).ShouldBeFalse();
        Features.DashboardWidget.IsEnabled(Anybody).ShouldBeFalse();
        Features.Checkout.Flow.GetVariant(Anybody).ShouldBe(CheckoutFlowVariant.VariantA);
    }

    [Fact]
    public void Track_OfADeclaredEvent_TellsItsName()
    {
        Recorder recorder = new();
        IFeatures features = new FlagEngine(listeners: [recorder]).GetFeatures();

        features.Checkout.Flow.Track(Anybody, CheckoutFlowEvent.WidgetClick);
        features.NewNav.Track(Anybody, NewNavEvent.NavOpen);
        features.Checkout.Flow.Track(Anybody, "dynamic");

        recorder.Events.ShouldBe([("checkout.flow", "widget_click", Anybody), ("new_nav", "nav_open", Anybody), ("checkout.flow", "dynamic", Anybody)]);
        Should.Throw<ArgumentOutOfRangeException>(() => features.Checkout.Flow.Track(Anybody, (CheckoutFlowEvent)9));
    }

    [Fact]
    public void GetFeatures_OfNoEngine_IsRefused() => Should.Throw<ArgumentNullException>(static () => ((FlagEngine)null!).GetFeatures());

    [Fact]
    public void AddFeatures_OnAHost_InjectsTheInterface()
    {
        ServiceCollection services = new();
        services.AddFlagGen().AddFeatures().AddBilling();
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<IFeatures>().Checkout.Flow.GetVariant(Anybody).ShouldBe(CheckoutFlowVariant.VariantA);
        provider.GetRequiredService<IFeatures>().ShouldBeSameAs(provider.GetRequiredService<IFeatures>());
        provider.GetRequiredService<IBilling>().Invoices.Pdf.IsEnabled().ShouldBeTrue();
    }
}
