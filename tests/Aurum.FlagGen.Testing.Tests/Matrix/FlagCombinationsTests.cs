using Acme.Testing;

namespace Aurum.FlagGen.Testing.Tests.Matrix;

public sealed class FlagCombinationsTests
{
    [Fact]
    public void Combinations_OfFlagsOfEveryKind_AreAllOfTheirValues() =>
        FlagCombinations.Of(Features.DashboardWidget, Features.Layout, Features.Search.PageSize).Select(static combination => combination.ToString()).ShouldBe(
        [
            "dashboard_widget: true, layout: list, search.page_size: 20",
            "dashboard_widget: true, layout: list, search.page_size: 100",
            "dashboard_widget: true, layout: grid, search.page_size: 20",
            "dashboard_widget: true, layout: grid, search.page_size: 100",
            "dashboard_widget: true, layout: map, search.page_size: 20",
            "dashboard_widget: true, layout: map, search.page_size: 100",
            "dashboard_widget: false, layout: list, search.page_size: 20",
            "dashboard_widget: false, layout: list, search.page_size: 100",
            "dashboard_widget: false, layout: grid, search.page_size: 20",
            "dashboard_widget: false, layout: grid, search.page_size: 100",
            "dashboard_widget: false, layout: map, search.page_size: 20",
            "dashboard_widget: false, layout: map, search.page_size: 100",
        ]);

    [Fact]
    public void Combination_Opened_IsInForce()
    {
        foreach (FlagOverrides combination in FlagCombinations.Of(Features.DashboardWidget, Features.Layout))
        {
            using IDisposable scope = combination.Open();
            $"dashboard_widget: {(Features.DashboardWidget.IsEnabled() ? "true" : "false")}, layout: {FlagEngine.Default.GetVariant("layout")}".ShouldBe(combination.ToString());
        }
    }

    [Fact]
    public void Combinations_BeyondTheLimit_AreRefusedWithTheirCount() =>
        Should.Throw<ArgumentException>(static () => FlagCombinations.Of(
                Features.DashboardWidget, Features.NewNav, Features.OldNav, Features.Layout, Features.Checkout.Flow))
            .Message.ShouldStartWith("The values of dashboard_widget (2), new_nav (2), old_nav (2), layout (3), checkout.flow (3) have 72 combinations, and 64 are tried at most. Name fewer flags, or split the test.");

    [Fact]
    public void Flag_WithoutVariants_IsRefused() =>
        Should.Throw<ArgumentException>(static () => FlagCombinations.Of(Features.Banner.Text))
            .Message.ShouldStartWith("Flag 'banner.text' is of type String and declares no variants, so that there are no values to try.");

    [Fact]
    public void Flag_NamedTwice_IsRefused() =>
        Should.Throw<ArgumentException>(static () => FlagCombinations.Of(Features.DashboardWidget, Features.DashboardWidget))
            .Message.ShouldStartWith("Flag 'dashboard_widget' is named twice; name it once.");

    [Fact]
    public void Key_ThatNoManifestDeclares_IsRefused() =>
        Should.Throw<ArgumentException>(static () => FlagCombinations.Of("nowhere.declared"))
            .Message.ShouldStartWith("No manifest that was compiled into this process declares the flag 'nowhere.declared' for the run time.");

    [Fact]
    public void NoFlags_AreRefused() =>
        Should.Throw<ArgumentException>(static () => FlagCombinations.Of(Array.Empty<IFlag>())).Message.ShouldStartWith("Name at least one flag");
}
