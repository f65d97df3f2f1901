using Acme.Testing;

namespace Aurum.FlagGen.Testing.Tests.Overrides;

/// <summary>Where and how long an override is in force.</summary>
public sealed class OverrideScopeTests
{
    private static readonly FeatureContext Anybody = new() { UserId = "user-1" };

    [Fact]
    public void InnerScope_WhileOpen_WinsAndThenRestoresTheOuterOne()
    {
        using IDisposable outer = FlagOverrides.Set(Features.Search.PageSize, 1);
        using (FlagOverrides.Set(Features.Search.PageSize, 2))
        {
            Features.Search.PageSize.GetValue(Anybody).ShouldBe(2);
        }

        Features.Search.PageSize.GetValue(Anybody).ShouldBe(1);
    }

    [Fact]
    public void InnerScope_OnAnotherFlag_LeavesTheOuterOneInForce()
    {
        using IDisposable outer = FlagOverrides.Set(Features.Search.PageSize, 1);
        using IDisposable inner = FlagOverrides.Set(Features.DashboardWidget, true);

        Features.Search.PageSize.GetValue(Anybody).ShouldBe(1);
        Features.DashboardWidget.IsEnabled(Anybody).ShouldBeTrue();
    }

    [Fact]
    public void OuterScope_DisposedFirst_LeavesTheInnerOneInForceUntilItIsDisposed()
    {
        IDisposable outer = new FlagOverrides { { Features.Search.PageSize, 1 }, { Features.DashboardWidget, true } }.Open();
        IDisposable inner = FlagOverrides.Set(Features.Search.PageSize, 2);
        Features.DashboardWidget.IsEnabled(Anybody).ShouldBeTrue();

        outer.Dispose();

        Features.Search.PageSize.GetValue(Anybody).ShouldBe(2);
        Features.DashboardWidget.IsEnabled(Anybody).ShouldBeFalse();
        inner.Dispose();
        Features.Search.PageSize.GetValue(Anybody).ShouldBe(20);
    }

    [Fact]
    public void Scope_DisposedTwice_ClosesOnce()
    {
        using IDisposable outer = FlagOverrides.Set(Features.Search.PageSize, 1);
        IDisposable inner = FlagOverrides.Set(Features.Search.PageSize, 2);

        inner.Dispose();
        inner.Dispose();

        Features.Search.PageSize.GetValue(Anybody).ShouldBe(1);
    }

    [Fact]
    public async Task Scope_OverAwaitsAndTasksThatItStarts_StaysInForce()
    {
        using IDisposable scope = FlagOverrides.Set(Features.Search.PageSize, 3);

        await Task.Yield();

        Features.Search.PageSize.GetValue(Anybody).ShouldBe(3);
        (await Task.Run(static () => Features.Search.PageSize.GetValue(Anybody))).ShouldBe(3);
    }

    [Fact]
    public async Task Scope_InATaskThatTheTestStarts_IsNotSeenByTheTest()
    {
        TaskCompletionSource opened = new();
        TaskCompletionSource asked = new();
        Task other = Task.Run(async () =>
        {
            using IDisposable scope = FlagOverrides.Set(Features.Search.PageSize, 3);
            opened.SetResult();
            await asked.Task;
            Features.Search.PageSize.GetValue(Anybody).ShouldBe(3);
        });

        await opened.Task;

        Features.Search.PageSize.GetValue(Anybody).ShouldBe(20);
        asked.SetResult();
        await other;
    }

    [Fact]
    public async Task Task_ThatOutlivesItsScope_SeesItNoMore()
    {
        TaskCompletionSource closed = new();
        Task<int> later;
        using (FlagOverrides.Set(Features.Search.PageSize, 3))
        {
            later = Task.Run(async () =>
            {
                await closed.Task;
                return Features.Search.PageSize.GetValue(Anybody);
            });
        }

        closed.SetResult();

        (await later).ShouldBe(20);
    }

    [Fact]
    public void Override_WithoutAnEngine_CountsForEveryEngine()
    {
        FlagEngine own = FlagTestEngine.FromDefinitions([]);
        FlagEngine captured = own.Capture();
        using IDisposable scope = FlagOverrides.Set(Features.Search.PageSize, 3);

        own.GetIntegerDetails("search.page_size", 0, Anybody).Value.ShouldBe(3);
        captured.GetIntegerDetails("search.page_size", 0, Anybody).Value.ShouldBe(3);
        own.Capture().GetIntegerDetails("search.page_size", 0, Anybody).Value.ShouldBe(3);
        FlagEngine.Default.GetIntegerDetails("search.page_size", 0, Anybody).Value.ShouldBe(3);
    }

    [Fact]
    public void Override_OfOneEngine_CountsForItAndWhatIsCapturedFromItAlone()
    {
        FlagEngine own = FlagTestEngine.FromDefinitions([]);
        FlagEngine captured = own.Capture();
        using IDisposable all = FlagOverrides.Set(Features.Search.PageSize, 3);
        using IDisposable scope = new FlagOverrides(own) { { Features.Search.PageSize, 4 } }.Open();

        own.GetIntegerDetails("search.page_size", 0, Anybody).Value.ShouldBe(4);
        captured.Capture().GetIntegerDetails("search.page_size", 0, Anybody).Value.ShouldBe(4);
        FlagEngine.Default.GetIntegerDetails("search.page_size", 0, Anybody).Value.ShouldBe(3);
    }

    [Fact]
    public void Publication_WhileAScopeIsOpen_ChangesTheOtherFlags()
    {
        FlagEngine engine = FlagTestEngine.FromDefinitions([]);
        using IDisposable scope = FlagOverrides.Set(Features.Search.PageSize, 3);
        engine.GetStringDetails("banner.text", "", Anybody).Value.ShouldBe("Hello");

        engine.Publish(new FlagSet
        {
            Version = "2",
            Flags = [new FeatureFlag { Key = "banner.text", Type = FlagType.String, Status = FeatureFlagStatus.Enabled, DefaultValue = "Changed" }],
        });

        engine.GetStringDetails("banner.text", "", Anybody).Value.ShouldBe("Changed");
        engine.GetIntegerDetails("search.page_size", 0, Anybody).Value.ShouldBe(3);
        engine.Version.ShouldBe("2");
    }

    [Fact]
    public void Definitions_WhileAScopeIsOpen_AreThoseInForce()
    {
        IReadOnlyList<FeatureFlag> before = FlagEngine.Default.Definitions;
        using IDisposable scope = FlagOverrides.Set(Features.Search.PageSize, 3);

        FlagEngine.Default.Definitions.ShouldBe(before);
        FlagEngine.Default.TryGetDefinition("search.page_size", out FeatureFlag? definition).ShouldBeTrue();
        definition!.DefaultValue.ShouldBe(20);
    }
}
