namespace Aurum.FlagGen.Redis.Benchmarks;

internal static class Flags
{
    public const string CounterKey = "counter";

    public static FlagChange Change { get; } = new() { Actor = "benchmark", Action = FlagActions.Update };

    public static FeatureFlag Counter(int value) => Integer(CounterKey, value);

    public static FeatureFlag Integer(string key, int value) => new()
    {
        Key = key,
        Type = FlagType.Integer,
        Status = FeatureFlagStatus.Enabled,
        DefaultValue = FlagValue.From(value),
    };

    /// <summary>A flag as applications have them: an owner, a rule with a condition, a rollout.</summary>
    public static FeatureFlag Usual(int number) => new()
    {
        Key = $"area{number % 50}.flag{number}",
        Description = $"What flag {number} is for, in a sentence of some length",
        Owner = $"team-{number % 20}",
        Tags = ["area", "release"],
        Status = FeatureFlagStatus.Enabled,
        Rules = [new FeatureFlagRule { Name = "Premium", Conditions = [new FeatureFlagCondition("user.role", "in", FlagValue.From(["admin", "premium"]))], RolloutPercentage = 25 }],
    };
}
