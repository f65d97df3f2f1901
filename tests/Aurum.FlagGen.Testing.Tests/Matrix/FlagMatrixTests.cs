using Acme.Testing;
using Aurum.FlagGen.Testing.Xunit;

namespace Aurum.FlagGen.Testing.Tests.Matrix;

/// <summary>Each test runs once for each combination, and sees the one that its name tells.</summary>
public sealed class FlagMatrixTests : IAsyncLifetime
{
    private readonly string _inConstructor = Describe();
    private string _inInitialisation = "";

    public ValueTask InitializeAsync()
    {
        _inInitialisation = Describe();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Describe().ShouldBe(_inConstructor);
        return ValueTask.CompletedTask;
    }

    [FlagMatrix(FeatureKeys.DashboardWidget, FeatureKeys.CheckoutFlow)]
    public async Task Combination_FromConstructorToTest_IsInForce()
    {
        await Task.Yield();
        string expected = TestContext.Current.TestCase!.TestCaseDisplayName;

        expected.ShouldEndWith($"{nameof(Combination_FromConstructorToTest_IsInForce)}({Describe()})");
        _inConstructor.ShouldBe(Describe());
        _inInitialisation.ShouldBe(Describe());
    }

    [FlagMatrix(FeatureKeys.DashboardWidget)]
    public void Combination_OfFlagsThatOthersNeed_ReachesThem() =>
        Features.NewNav.IsEnabled().ShouldBe(TestContext.Current.TestCase!.TestCaseDisplayName.Contains("dashboard_widget: true", StringComparison.Ordinal));

    private static string Describe() =>
        $"dashboard_widget: {(Features.DashboardWidget.IsEnabled() ? "true" : "false")}, checkout.flow: {FlagEngine.Default.GetVariant(FeatureKeys.CheckoutFlow)}";
}
