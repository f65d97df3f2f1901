using Aurum.FlagGen.Testing;

namespace Aurum.Samples.Lifecycle;

/// <summary>AFG4001: a test that still forces a flag which everybody has.</summary>
internal static class SetUps
{
    public static bool Test(FeatureContext context)
    {
        using (FlagOverrides.Set(Features.OldBanner, false))
        {
            return Features.NewNav.IsEnabled(context);
        }
    }
}
