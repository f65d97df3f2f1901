using Aurum.FlagGen.Tests.Management;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Specification;

/// <summary>"A/B Testing".</summary>
public sealed class AbTestTests : IAsyncLifetime
{
    private static readonly AbTestConfiguration Configuration = new()
    {
        Variants = [new VariantWeight("control", 50.0), new VariantWeight("variant_a", 30.0), new VariantWeight("variant_b", 20.0)],
        ControlVariant = "control",
        TrackEvents = ["feature_view", "feature_click"],
        EndDate = new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero),
    };

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero));

    private FeatureFlagManager _manager = null!;

    public async ValueTask InitializeAsync()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        _manager = await Managers.StartAsync(clock: _clock);
        await _manager.CreateFlagAsync(new FeatureFlag { Key = "new_feature", Status = FeatureFlagStatus.Enabled }, "test", cancellationToken: token);
        await _manager.SetAbTestAsync("new_feature", Configuration, "test", cancellationToken: token);
    }

    public ValueTask DisposeAsync() => _manager.DisposeAsync();

    [Fact]
    public async Task GetVariant_ManyUsers_AreDividedByTheWeights()
    {
        const int Users = 20_000;
        Dictionary<string, int> counts = [];
        for (int i = 0; i < Users; i++)
        {
            string variant = (await VariantAsync($"user{i}"))!;
            counts[variant] = counts.GetValueOrDefault(variant) + 1;
        }

        counts["control"].ShouldBeInRange(Users * 49 / 100, Users * 51 / 100);
        counts["variant_a"].ShouldBeInRange(Users * 29 / 100, Users * 31 / 100);
        counts["variant_b"].ShouldBeInRange(Users * 19 / 100, Users * 21 / 100);
    }

    [Fact]
    public async Task GetVariant_SameUser_NeverChangesSide()
    {
        string? first = await VariantAsync("user123");

        for (int i = 0; i < 100; i++)
        {
            (await VariantAsync("user123")).ShouldBe(first);
        }
    }

    [Fact]
    public async Task GetVariant_AfterTheEnd_IsTheControl()
    {
        string other = "";
        for (int i = 0; other.Length == 0; i++)
        {
            other = await VariantAsync($"user{i}") == "variant_b" ? $"user{i}" : "";
        }

        _clock.SetUtcNow(Configuration.EndDate!.Value);

        (await VariantAsync(other)).ShouldBe("control");
    }

    [Fact]
    public async Task IsEnabled_InATest_IsOnForAllButTheControl()
    {
        for (int i = 0; i < 50; i++)
        {
            bool isOn = await _manager.IsEnabledAsync("new_feature", User($"user{i}"));
            isOn.ShouldBe(await VariantAsync($"user{i}") != "control");
        }
    }

    private static Dictionary<string, object?> User(string id) => new() { ["user_id"] = id };

    private ValueTask<string?> VariantAsync(string user) => _manager.GetVariantAsync("new_feature", User(user), new Dictionary<string, object?>());
}
