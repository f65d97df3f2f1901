using Aurum.FlagGen;

namespace Aurum.Samples.Lifecycle;

/// <summary>AFG20xx: reads of flags that are wrong.</summary>
internal static class Reads
{
    public static int ByKey(FlagEngine engine, FlagContext context, string key)
    {
        int on = 0;
        on += engine.IsEnabled("new_nva", context) ? 1 : 0;
        on += engine.IsEnabled("beta_search", context) ? 1 : 0;
        on += engine.IsEnabled("only_off", context) ? 1 : 0;
        on += engine.IsEnabled(key, context) ? 1 : 0;
        Console.WriteLine(engine.GetBooleanValue("page_size", false, context));
        on += engine.GetVariant("checkout.flow", context) == "expres" ? 1 : 0;
        on += engine.IsEnabled("search.fuzzy", context) ? 1 : 0;
        return on;
    }

    public static bool PastTheirTime(FeatureContext context) => Features.OldBanner.IsEnabled(context) || Features.WinterSale.IsEnabled(context);

    public static string Page(CheckoutFlowVariant flow)
    {
        switch (flow)
        {
            case CheckoutFlowVariant.Control:
                return "three pages";
        }

        return flow switch
        {
            CheckoutFlowVariant.Control => "three pages",
            CheckoutFlowVariant.OnePage => "one page",
            _ => throw new InvalidOperationException(),
        };
    }
}
