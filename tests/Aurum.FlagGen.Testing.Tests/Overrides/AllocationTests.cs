using Acme.Testing;

namespace Aurum.FlagGen.Testing.Tests.Overrides;

/// <summary>Alone, so that no other test has a scope open: what evaluating costs where nobody overrides anything.</summary>
[Collection<AloneGroup>]
public sealed class AllocationTests
{
    private static readonly FeatureContext Anybody = new() { UserId = "user-1" };

    [Fact]
    public void Evaluation_WithNoScopeOpen_AllocatesNothing() => AllocatedByEvaluating().ShouldBe(0);

    [Fact]
    public void Evaluation_AfterAScope_AllocatesNothing()
    {
        using (FlagOverrides.Set(Features.DashboardWidget, true))
        {
            Features.DashboardWidget.IsEnabled(Anybody).ShouldBeTrue();
        }

        AllocatedByEvaluating().ShouldBe(0);
    }

    [Fact]
    public void Evaluation_WithinAScope_CompilesOnceAndThenAllocatesNothing()
    {
        using IDisposable scope = FlagOverrides.Set(Features.DashboardWidget, true);

        AllocatedByEvaluating().ShouldBe(0);
    }

    private static long AllocatedByEvaluating()
    {
        Evaluate(10_000);
        return AllocatedBytes.OfThisThread(static () => Evaluate(10_000));
    }

    private static void Evaluate(int times)
    {
        for (int i = 0; i < times; i++)
        {
            Features.DashboardWidget.IsEnabled(Anybody);
            Features.NewNav.IsEnabled(Anybody);
            Features.Search.PageSize.GetValue(Anybody);
            Features.Checkout.Flow.GetVariant(Anybody);
        }
    }
}
