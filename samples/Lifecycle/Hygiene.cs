using Aurum.FlagGen;

namespace Aurum.Samples.Lifecycle;

/// <summary>AFG30xx: reads that are not wrong, and not as good as they could be.</summary>
internal static class Hygiene
{
    public static string Torn(FeatureContext context)
    {
        string place = Features.NewNav.IsEnabled(context) ? "bar" : "menu";
        return Features.NewNav.IsEnabled(context) ? $"the new {place}" : $"the old {place}";
    }

    public static bool Blocked(FeatureFlagManager manager, FeatureContext context) => manager.IsEnabledAsync("new_nav", context).Result;

    public static int Nested(FeatureContext context)
    {
        if (Features.NewNav.IsEnabled(context))
        {
            return Features.NewNav.IsEnabled(context) ? 2 : 1;
        }

        return 0;
    }

    public static string Same(FeatureContext context) => Features.NewNav.IsEnabled(context) ? "navigation" : "navigation";
}
