using Aurum.FlagGen.Tests.Management;

namespace Aurum.FlagGen.Tests.Specification;

/// <summary>"Condition Operators": each operator of the list, and the examples.</summary>
public sealed class ConditionOperatorTests
{
    [Theory]
    [InlineData("eq", "\"a\"", "a", "b")]
    [InlineData("neq", "\"a\"", "b", "a")]
    [InlineData("gt", "5", 6, 5)]
    [InlineData("gte", "5", 5, 4)]
    [InlineData("lt", "5", 4, 5)]
    [InlineData("lte", "5", 5, 6)]
    [InlineData("in", "[\"a\",\"b\"]", "b", "c")]
    [InlineData("nin", "[\"a\",\"b\"]", "c", "b")]
    [InlineData("contains", "\"x\"", new[] { "w", "x" }, new[] { "w" })]
    [InlineData("startswith", "\"ab\"", "abc", "cab")]
    [InlineData("endswith", "\"bc\"", "abc", "bca")]
    [InlineData("regex", "\"^a.c$\"", "abc", "abcd")]
    public async Task Operator_OneThatHoldsAndOneThatDoesNot_Decides(string op, string value, object matching, object other)
    {
        (await IsEnabledAsync("attribute", op, value, matching)).ShouldBeTrue();
        (await IsEnabledAsync("attribute", op, value, other)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(18, true)]
    [InlineData(34, true)]
    [InlineData(17, false)]
    public async Task Example_AgeBasedTargeting_Decides(int age, bool expected) =>
        (await IsEnabledAsync("user.age", "gte", "18", age)).ShouldBe(expected);

    [Theory]
    [InlineData("admin", true)]
    [InlineData("moderator", true)]
    [InlineData("member", false)]
    public async Task Example_RoleBasedAccess_Decides(string role, bool expected) =>
        (await IsEnabledAsync("user.role", "in", "[\"admin\",\"moderator\"]", role)).ShouldBe(expected);

    [Theory]
    [InlineData("premium", true)]
    [InlineData("free", false)]
    public async Task Example_Subscription_Decides(string subscription, bool expected) =>
        (await IsEnabledAsync("user.subscription", "eq", "\"premium\"", subscription)).ShouldBe(expected);

    private static async Task<bool> IsEnabledAsync(string attribute, string op, string value, object? actual)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using FeatureFlagManager manager = await Managers.StartAsync();
        FeatureFlagRule rule = new() { Name = "rule", Conditions = [new FeatureFlagCondition(attribute, op, FlagValue.Parse(value))] };
        await manager.CreateFlagAsync(new FeatureFlag { Key = "f", Status = FeatureFlagStatus.Conditional, Rules = [rule] }, "test", cancellationToken: token);
        return await manager.IsEnabledAsync("f", new Dictionary<string, object?> { [attribute] = actual });
    }
}
