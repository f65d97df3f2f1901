using Acme.Testing;

namespace Aurum.FlagGen.Testing.Tests.Overrides;

/// <summary>Tests that run at the same time and want the same flags otherwise.</summary>
public sealed class ParallelOverrideTests
{
    private static readonly FeatureContext Anybody = new() { UserId = "user-1" };

    [Fact]
    public async Task ThousandFlowsAtOnce_EachWithItsOwnOverrides_SeeTheirOwn()
    {
        TaskCompletionSource start = new();
        int[] wrong = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(async number =>
        {
            await start.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return await CountWrongAnswersAsync(number);
        }).Append(Release(start)));

        wrong.Sum().ShouldBe(0);
        Features.Search.PageSize.GetValue(Anybody).ShouldBe(20);
    }

    internal static async Task<int> CountWrongAnswersAsync(int number)
    {
        bool widget = number % 2 == 0;
        CheckoutFlowVariant flow = (CheckoutFlowVariant)(number % 3);
        int wrong = 0;
        using IDisposable scope = new FlagOverrides { { Features.DashboardWidget, widget }, { Features.Checkout.Flow, flow }, { Features.Search.PageSize, number } }.Open();
        for (int i = 0; i < 5; i++)
        {
            await Task.Yield();
            bool isRight = Features.DashboardWidget.IsEnabled(Anybody) == widget
                && Features.NewNav.IsEnabled(Anybody) == widget
                && Features.Checkout.Flow.GetVariant(Anybody) == flow
                && FlagEngine.Default.GetIntegerDetails("search.page_size", -1, Anybody).Value == number;
            wrong += isRight ? 0 : 1;
            using IDisposable inner = FlagOverrides.Set(Features.Search.PageSize, -number);
            await Task.Yield();
            wrong += Features.Search.PageSize.GetValue(Anybody) == -number ? 0 : 1;
        }

        return wrong;
    }

    private static Task<int> Release(TaskCompletionSource start)
    {
        start.SetResult();
        return Task.FromResult(0);
    }
}
