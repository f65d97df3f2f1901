using Microsoft.FeatureManagement;

namespace Aurum.Samples.Lifecycle;

/// <summary>AFG3007: what comes from Microsoft.FeatureManagement.</summary>
internal static class Migration
{
    public static async Task<string> Page(IFeatureManager features)
    {
        await Task.Yield();
        return await features.IsEnabledAsync("new_nav") ? "new" : "old";
    }

    // The task is handed on, so that no value could take its place: this one stays.
    public static Task<bool> Ask(IFeatureManager features) => features.IsEnabledAsync("new_nav");
}
