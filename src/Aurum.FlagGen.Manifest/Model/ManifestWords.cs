namespace Aurum.FlagGen.Manifest.Model;

/// <summary>Every enumeration of the manifest, as its words are written in JSON.</summary>
internal static class ManifestWords
{
    public static readonly WordList<FlagType> FlagTypes = new([.. FlagTypeInfo.All.Select(static type => new Word<FlagType>(type.Word, type.Type))]);

    public static readonly WordList<FeatureFlagStatus> Statuses = new(
        new("enabled", FeatureFlagStatus.Enabled),
        new("conditional", FeatureFlagStatus.Conditional),
        new("disabled", FeatureFlagStatus.Disabled));

    public static readonly WordList<FlagLifecycle> Lifecycles = new(
        new("active", FlagLifecycle.Active),
        new("retired", FlagLifecycle.Retired));

    public static readonly WordList<FlagEvaluationTime> EvaluationTimes = new(
        new("runtime", FlagEvaluationTime.Runtime),
        new("compile_time", FlagEvaluationTime.CompileTime));

    public static readonly WordList<CompileTimeForm> CompileTimeForms = new(
        new("literal", CompileTimeForm.Literal),
        new("switch", CompileTimeForm.Switch),
        new("const", CompileTimeForm.Const));

    public static readonly WordList<AttributeType> AttributeTypes = new(
        new("string", AttributeType.String),
        new("integer", AttributeType.Integer),
        new("number", AttributeType.Number),
        new("boolean", AttributeType.Boolean),
        new("datetime", AttributeType.DateTime),
        new("semver", AttributeType.SemVer),
        new("version", AttributeType.Version),
        new("string[]", AttributeType.StringList));

    public static readonly WordList<ConditionValueType> ConditionValueTypes = new(
        new("string", ConditionValueType.String),
        new("number", ConditionValueType.Number),
        new("datetime", ConditionValueType.DateTime),
        new("semver", ConditionValueType.SemVer),
        new("version", ConditionValueType.Version));

    public static readonly WordList<RolloutStrategy> RolloutStrategies = new(
        new("percentage", RolloutStrategy.Percentage),
        new("gradual", RolloutStrategy.Gradual),
        new("scheduled", RolloutStrategy.Scheduled),
        new("targeted", RolloutStrategy.Targeted));

    public static readonly WordList<GuardAction> GuardActions = new(
        new("stop", GuardAction.Stop),
        new("fall_back", GuardAction.FallBack));

    public static readonly WordList<BucketAlgorithm> BucketAlgorithms = new(
        new("microsoft", BucketAlgorithm.Microsoft),
        new("unleash", BucketAlgorithm.Unleash),
        new("flagd", BucketAlgorithm.Flagd),
        new("launchdarkly", BucketAlgorithm.LaunchDarkly),
        new("growthbook", BucketAlgorithm.GrowthBook),
        new("configcat", BucketAlgorithm.ConfigCat));
}
