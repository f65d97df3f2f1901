using Aurum.FlagGen.Tests.Management;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Specification;

/// <summary>"User Segments": the seven predefined ones.</summary>
public sealed class UserSegmentTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Segments =
    [
        UserSegment.AllUsers, UserSegment.PremiumUsers, UserSegment.EnterpriseUsers, UserSegment.BetaTesters,
        UserSegment.InternalUsers, UserSegment.NewUsers, UserSegment.PowerUsers,
    ];

    private static readonly string[] Listed = ["beta_testers", "power_users", "unheard_of"];

    private FeatureFlagManager _manager = null!;

    public async ValueTask InitializeAsync()
    {
        _manager = await Managers.StartAsync(clock: new FakeTimeProvider(Now));
        foreach (string segment in Segments)
        {
            FeatureFlagRule rule = new() { Name = "rule", UserSegments = [segment] };
            await _manager.CreateFlagAsync(
                new FeatureFlag { Key = segment, Status = FeatureFlagStatus.Conditional, Rules = [rule] }, "test", cancellationToken: TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _manager.DisposeAsync();

    [Fact]
    public async Task AllUsers_Anybody_IsIn() => (await OnAsync([])).ShouldBe("all_users");

    [Theory]
    [InlineData("premium_users")]
    [InlineData("enterprise_users")]
    [InlineData("beta_testers")]
    [InlineData("internal_users")]
    [InlineData("power_users")]
    public async Task Segment_NamedInTheContext_HoldsTheUser(string segment) =>
        (await OnAsync(new() { ["user_segment"] = segment })).ShouldBe($"all_users,{segment}");

    [Fact]
    public async Task Segments_ListedInTheContext_HoldTheUser() =>
        (await OnAsync(new() { ["user_segments"] = Listed })).ShouldBe("all_users,beta_testers,power_users");

    [Theory]
    [InlineData(0, true)]
    [InlineData(30 * 24, true)]
    [InlineData((30 * 24) + 1, false)]
    [InlineData(-1, false)]
    public async Task NewUsers_CreatedWithinThirtyDays_AreIn(int hoursAgo, bool expected) =>
        (await OnAsync(new() { ["user.created_at"] = Now.AddHours(-hoursAgo) })).ShouldBe(expected ? "all_users,new_users" : "all_users");

    private async Task<string> OnAsync(Dictionary<string, object?> user)
    {
        user["user_id"] = "user123";
        IReadOnlyList<FlagEvaluation<FlagValue>> all = await _manager.EvaluateAllAsync(user);
        return string.Join(',', Segments.Where(segment => all.Single(one => one.Key == segment).Value.AsBoolean));
    }
}
