using Aurum.FlagGen;

namespace Aurum.Samples.Dashboard;

/// <summary>What the page asks for, twice a second.</summary>
internal static class DashboardApi
{
    public static void MapDashboardApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/flags", GetFlags);

    /// <summary>Every flag for one visitor. The captured engine holds one snapshot, so the answers of a page never mix two versions of the manifest.</summary>
    private static IResult GetFlags([AsParameters] Visitor visitor, FlagEngine engine, IFeatureFlagStore store, ManifestText manifest)
    {
        FlagEngine captured = engine.Capture();
        FeatureContext context = visitor.ToContext();
        IFeatures features = captured.GetFeatures();
        FlagExplanation widget = features.DashboardWidget.Explain(context);
        return Results.Json(new
        {
            manifest.File,
            manifest.Path,
            captured.Version,
            Fault = FaultView.Find(captured.StoreFault, (store as FileFeatureFlagStore)?.Fault, manifest),
            Excerpt = manifest.Show(widget.Key, Why.Decisive(widget), isBroken: captured.StoreFault is not null),
            Context = visitor.ToCode(),
            Flags = Ask(features, context),
        });
    }

    /// <summary>Whatever is asked here stands on the page as it stands here.</summary>
    private static FlagView[] Ask(IFeatures features, FeatureContext context) =>
    [
        FlagView.Of(FlagType.Boolean, features.DashboardWidget.IsEnabled(context), features.DashboardWidget.Explain(context)),
        FlagView.Of(FlagType.Boolean, features.NewNav.IsEnabled(context), features.NewNav.Explain(context)),
        FlagView.Of(FlagType.Variant, features.Checkout.Flow.GetVariant(context), features.Checkout.Flow.Explain(context)),
        FlagView.Of(FlagType.Integer, features.Search.PageSize.GetValue(context), features.Search.PageSize.Explain(context)),
        FlagView.Of(FlagType.Number, features.Pricing.Discount.GetValue(context), features.Pricing.Discount.Explain(context)),
        FlagView.Of(FlagType.String, features.Banner.Text.GetValue(context), features.Banner.Text.Explain(context)),
        FlagView.Of(FlagType.Object, features.Theme.GetValue(context).Density, features.Theme.Explain(context)),
        FlagView.Of(FlagType.Boolean, features.Search.Fuzzy.IsEnabled(context), features.Search.Fuzzy.Explain(context)),
    ];
}
