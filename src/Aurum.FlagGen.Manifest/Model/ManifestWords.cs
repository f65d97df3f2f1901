namespace Aurum.FlagGen.Manifest.Model;

/// <summary>Every enumeration of the manifest, as its words are written in JSON.</summary>
internal static class ManifestWords
{
    public static readonly WordList<FlagType> FlagTypes = new(
        ("boolean", FlagType.Boolean),
        ("string", FlagType.String),
        ("integer", FlagType.Integer),
        ("number", FlagType.Number),
        ("object", FlagType.Object),
        ("variant", FlagType.Variant));

    public static readonly WordList<FeatureFlagStatus> Statuses = new(
        ("enabled", FeatureFlagStatus.Enabled),
        ("conditional", FeatureFlagStatus.Conditional),
        ("disabled", FeatureFlagStatus.Disabled));

    public static readonly WordList<FlagLifecycle> Lifecycles = new(
        ("active", FlagLifecycle.Active),
        ("retired", FlagLifecycle.Retired));

    public static readonly WordList<FlagEvaluationTime> EvaluationTimes = new(
        ("runtime", FlagEvaluationTime.Runtime),
        ("compile_time", FlagEvaluationTime.CompileTime));

    public static readonly WordList<CompileTimeForm> CompileTimeForms = new(
        ("literal", CompileTimeForm.Literal),
        ("switch", CompileTimeForm.Switch),
        ("const", CompileTimeForm.Const));

    public static readonly WordList<AttributeType> AttributeTypes = new(
        ("string", AttributeType.String),
        ("integer", AttributeType.Integer),
        ("number", AttributeType.Number),
        ("boolean", AttributeType.Boolean),
        ("datetime", AttributeType.DateTime),
        ("semver", AttributeType.SemVer),
        ("version", AttributeType.Version),
        ("string[]", AttributeType.StringList));

    public static readonly WordList<ConditionValueType> ConditionValueTypes = new(
        ("string", ConditionValueType.String),
        ("number", ConditionValueType.Number),
        ("datetime", ConditionValueType.DateTime),
        ("semver", ConditionValueType.SemVer),
        ("version", ConditionValueType.Version));

    public static readonly WordList<RolloutStrategy> RolloutStrategies = new(
        ("percentage", RolloutStrategy.Percentage),
        ("gradual", RolloutStrategy.Gradual),
        ("scheduled", RolloutStrategy.Scheduled),
        ("targeted", RolloutStrategy.Targeted));

    public static readonly WordList<GuardAction> GuardActions = new(
        ("stop", GuardAction.Stop),
        ("fall_back", GuardAction.FallBack));

    public static readonly WordList<BucketAlgorithm> BucketAlgorithms = new(
        ("microsoft", BucketAlgorithm.Microsoft),
        ("unleash", BucketAlgorithm.Unleash),
        ("flagd", BucketAlgorithm.Flagd),
        ("launchdarkly", BucketAlgorithm.LaunchDarkly),
        ("growthbook", BucketAlgorithm.GrowthBook),
        ("configcat", BucketAlgorithm.ConfigCat));
}
