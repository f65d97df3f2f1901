using Aurum.FlagGen.Tests.Management;

namespace Aurum.FlagGen.Tests.Specification;

/// <summary>"Basic Usage" and "Using Rules with Conditions".</summary>
public sealed class BasicUsageTests : IAsyncLifetime
{
    private static readonly string[] Plans = ["enterprise", "premium"];

    private static readonly Dictionary<string, object?> UserContext = new()
    {
        ["user_id"] = "user123",
        ["user_segment"] = "premium_users",
        ["user"] = new Dictionary<string, object?> { ["role"] = "admin" },
    };

    private FeatureFlagManager _manager = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _manager = await Managers.StartAsync();

    public ValueTask DisposeAsync() => _manager.DisposeAsync();

    [Fact]
    public async Task CreateFlag_Simple_HasWhatItWasGiven()
    {
        FeatureFlag flag = await CreateAsync();

        (flag.Name, flag.Key, flag.Description, flag.DefaultValue, flag.Status, flag.CreatedBy)
            .ShouldBe(("New Dashboard Widget", "dashboard_widget", "Shows a new widget on the dashboard", FlagValue.False, FeatureFlagStatus.Enabled, "user@example.com"));
    }

    [Fact]
    public async Task IsEnabled_EnabledFlagWithDefaultFalseAndNoRules_IsOff()
    {
        await CreateAsync();

        (await _manager.IsEnabledAsync("dashboard_widget", UserContext, new Dictionary<string, object?>())).ShouldBeFalse();
    }

    [Fact]
    public async Task IsEnabled_UnknownFlag_IsOff() => (await _manager.IsEnabledAsync("dashboard_widget", UserContext)).ShouldBeFalse();

    [Theory]
    [InlineData("premium", "enterprise", true)]
    [InlineData("premium", "premium", true)]
    [InlineData("premium", "free", false)]
    [InlineData("admin", "enterprise", false)]
    [InlineData("premium", null, false)]
    public async Task AddRule_WithConditions_DecidesByAllOfThem(string role, string? plan, bool expected)
    {
        await CreateAsync();
        FeatureFlagRule rule = new()
        {
            Name = "Premium Users Only",
            Conditions =
            [
                new FeatureFlagCondition("user.role", "eq", "premium"),
                new FeatureFlagCondition("tenant.plan", "in", Plans),
            ],
            RolloutPercentage = 100.0,
            UserSegments = [],
            RequiredFlags = [],
            ExcludedFlags = [],
        };

        await _manager.AddRuleAsync("dashboard_widget", rule, "user@example.com", cancellationToken: Token);

        Dictionary<string, object?> user = new()
        {
            ["user_id"] = "user123",
            ["user"] = new Dictionary<string, object?> { ["role"] = role },
            ["tenant"] = new Dictionary<string, object?> { ["plan"] = plan },
        };
        (await _manager.IsEnabledAsync("dashboard_widget", user, new Dictionary<string, object?>())).ShouldBe(expected);
    }

    private ValueTask<FeatureFlag> CreateAsync() => _manager.CreateFlagAsync(
        new FeatureFlag
        {
            Name = "New Dashboard Widget",
            Key = "dashboard_widget",
            Description = "Shows a new widget on the dashboard",
            DefaultValue = false,
            Status = FeatureFlagStatus.Enabled,
        },
        actor: "user@example.com",
        cancellationToken: Token);
}
