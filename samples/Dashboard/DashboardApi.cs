using System.Globalization;
using Aurum.FlagGen;

namespace Aurum.Samples.Dashboard;

/// <summary>What the page asks for.</summary>
internal static class DashboardApi
{
    private const double ListPrice = 80;

    private static readonly string[] Products = ["Anvil", "Bellows", "Crucible", "Drill", "Etcher", "File", "Gouge", "Hammer", "Iron", "Jigsaw"];

    public static void MapDashboardApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api");
        api.MapGet("/widgets", GetWidgets);
        api.MapGet("/explain/{key}", Explain);
    }

    /// <summary>Every widget for one visitor. The captured engine holds one snapshot, so the widgets of a page never mix two versions of the manifest.</summary>
    private static IResult GetWidgets([AsParameters] Visitor visitor, FlagEngine engine)
    {
        FlagEngine captured = engine.Capture();
        IFeatures features = captured.GetFeatures();
        FeatureContext context = visitor.ToContext();
        return Results.Json(new { captured.Version, captured.StoreFault, Widgets = Widgets(features, context) });
    }

    private static IResult Explain(string key, [AsParameters] Visitor visitor, FlagEngine engine) =>
        Results.Text(engine.Explain(key, visitor.ToContext()).ToString());

    private static WidgetView[] Widgets(IFeatures features, FeatureContext context)
    {
        FlagEvaluation<bool> widget = features.DashboardWidget.Evaluate(context);
        FlagEvaluation<bool> navigation = features.NewNav.Evaluate(context);
        FlagEvaluation<int> pageSize = features.Search.PageSize.Evaluate(context);
        FlagEvaluation<double> discount = features.Pricing.Discount.Evaluate(context);
        FlagEvaluation<string> banner = features.Banner.Text.Evaluate(context);
        FlagEvaluation<ThemePayload> theme = features.Theme.Evaluate(context);
        return
        [
            WidgetView.From(FlagType.Boolean, widget, widget.Value ? "shown" : "hidden"),
            WidgetView.From(FlagType.Boolean, navigation, navigation.Value ? "side" : "top"),
            WidgetView.From(FlagType.Variant, features.Checkout.Flow.Evaluate(context), Checkout(features, context)),
            WidgetView.From(FlagType.Integer, pageSize, Products.Take(pageSize.Value)),
            WidgetView.From(FlagType.Number, discount, Price(discount.Value)),
            WidgetView.From(FlagType.String, banner, banner.Value),
            WidgetView.From(FlagType.Object, theme, theme.Value),
            WidgetView.From(FlagType.Boolean, features.Search.Fuzzy.Evaluate(context), features.Search.Fuzzy.IsEnabled(context) ? "fuzzy" : "exact"),
        ];
    }

    /// <summary>Match is exhaustive: a variant added to the manifest does not compile until it has its page.</summary>
    private static string Checkout(IFeatures features, FeatureContext context) =>
        features.Checkout.Flow.Match(
            context,
            control: static () => "Three pages: address, payment, confirmation",
            variantA: static () => "One long page",
            variantB: static () => "One click");

    private static string Price(double discount) =>
        (ListPrice * (1 - (discount / 100))).ToString("0.00", CultureInfo.InvariantCulture);
}
