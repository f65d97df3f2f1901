namespace Aurum.FlagGen.Definitions;

/// <summary>The enumerations of a definition as the words that stand for them in JSON.</summary>
/// <remarks>Switches and not tables: ten thousand flags are read before an application can serve its first request.</remarks>
internal static class DefinitionWords
{
    public static FlagType? ToType(string word) => word switch
    {
        "boolean" => FlagType.Boolean,
        "string" => FlagType.String,
        "integer" => FlagType.Integer,
        "number" => FlagType.Number,
        "object" => FlagType.Object,
        "variant" => FlagType.Variant,
        _ => null,
    };

    public static FeatureFlagStatus? ToStatus(string word) => word switch
    {
        "enabled" => FeatureFlagStatus.Enabled,
        "conditional" => FeatureFlagStatus.Conditional,
        "disabled" => FeatureFlagStatus.Disabled,
        _ => null,
    };

    public static FlagLifecycle? ToLifecycle(string word) => word switch
    {
        "active" => FlagLifecycle.Active,
        "retired" => FlagLifecycle.Retired,
        _ => null,
    };

    public static FlagEvaluationTime? ToEvaluation(string word) => word switch
    {
        "runtime" => FlagEvaluationTime.Runtime,
        "compile_time" => FlagEvaluationTime.CompileTime,
        _ => null,
    };

    public static RolloutStrategy? ToStrategy(string word) => word switch
    {
        "percentage" => RolloutStrategy.Percentage,
        "gradual" => RolloutStrategy.Gradual,
        "scheduled" => RolloutStrategy.Scheduled,
        "targeted" => RolloutStrategy.Targeted,
        _ => null,
    };

    public static string ToWord(FlagType type) => type switch
    {
        FlagType.String => "string",
        FlagType.Integer => "integer",
        FlagType.Number => "number",
        FlagType.Object => "object",
        FlagType.Variant => "variant",
        _ => "boolean",
    };

    public static string ToWord(FeatureFlagStatus status) => status switch
    {
        FeatureFlagStatus.Enabled => "enabled",
        FeatureFlagStatus.Conditional => "conditional",
        _ => "disabled",
    };

    public static string ToWord(FlagLifecycle lifecycle) => lifecycle == FlagLifecycle.Retired ? "retired" : "active";

    public static string ToWord(FlagEvaluationTime evaluation) => evaluation == FlagEvaluationTime.CompileTime ? "compile_time" : "runtime";

    public static string ToWord(RolloutStrategy strategy) => strategy switch
    {
        RolloutStrategy.Gradual => "gradual",
        RolloutStrategy.Scheduled => "scheduled",
        RolloutStrategy.Targeted => "targeted",
        _ => "percentage",
    };
}
