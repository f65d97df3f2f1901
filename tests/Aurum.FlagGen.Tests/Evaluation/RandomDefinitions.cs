using CsCheck;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Sets of flags and contexts of every shape, sound and faulty alike.</summary>
internal static class RandomDefinitions
{
    public static readonly string[] Keys = ["f0", "f1", "f2", "f3", "f4", "f5"];

    private static readonly string[] Attributes = ["user_id", "user.role", "user.age", "app.version", "user.created_at", "tags", "other"];

    private static readonly string[] Names = ["a", "b", "c", "ghost"];

    private static readonly Gen<FlagValue> Scalar = Gen.OneOf(
        Pick("admin", "member", "1.2.3", "1.*", "v2", "18", "", "2026-01-01", "2026-06-15T12:00:00Z", "^a", "(", "u1", "a", "b").Select(static text => FlagValue.From(text)),
        Gen.Int[-2, 40].Select(static number => FlagValue.From(number)),
        Gen.Bool.Select(static boolean => FlagValue.From(boolean)),
        Gen.Const(FlagValue.Null));

    private static readonly Gen<FlagValue> Value = Gen.Frequency(
        (6, Scalar),
        (2, Scalar.Array[0, 4].Select(static values => FlagValue.From(values))),
        (1, Gen.Const(FlagValue.Parse("""{"a":1}"""))));

    private static readonly Gen<FeatureFlagCondition> Condition = Gen.Select(
        Pick(Attributes),
        Pick("eq", "neq", "gt", "gte", "lt", "lte", "in", "nin", "contains", "startswith", "endswith", "regex", "nonsense"),
        Value,
        Pick<string?>(null, null, "string", "number", "datetime", "semver", "version", "nonsense"),
        Gen.Bool,
        Gen.Bool,
        static (attribute, op, value, type, ignoreCase, negate) => new FeatureFlagCondition(attribute, op, value) { ValueType = type, IgnoreCase = ignoreCase, Negate = negate });

    private static readonly Gen<double> Percentage = Gen.OneOf(Pick(0.0, 100, 50, 33.333), Gen.Double[0, 100].Select(static value => Math.Round(value, 3)), Pick(-1, 101, double.NaN));

    private static readonly Gen<VariantWeight[]> Arms = Pick<VariantWeight[]>(
        [new("a", 50), new("b", 50)],
        [new("a", 100), new("b", 0)],
        [new("a", 33.333), new("b", 33.333), new("c", 33.334)],
        [new("a", 50), new("ghost", 50)],
        [new("a", 60), new("b", 60)],
        []);

    private static readonly Gen<DateTimeOffset?> Instant = Gen.OneOf(Gen.Const((DateTimeOffset?)null), Gen.Int[-50, 50].Select(static hours => (DateTimeOffset?)Given.Noon.AddHours(hours)));

    private static readonly Gen<FlagBucketing?> Bucketing = Pick<FlagBucketing?>(
        null,
        null,
        null,
        new() { Algorithm = "microsoft" },
        new() { Algorithm = "unleash", Resolution = 1_000 },
        new() { Algorithm = "flagd" },
        new() { Algorithm = "launchdarkly" },
        new() { Algorithm = "growthbook", Resolution = 7 },
        new() { Algorithm = "configcat" },
        new() { Algorithm = "nonsense" });

    private static readonly Gen<string[]> Needs = Gen.Frequency((4, Gen.Const(Array.Empty<string>())), (1, Pick([.. Keys, "ghost"]).Array[1, 2]));

    private static readonly Gen<string[]> Segments = Gen.Frequency((4, Gen.Const(Array.Empty<string>())), (1, Pick("all_users", "new_users", "power_users", "vips", "ghost").Array[1, 2]));

    private static readonly Gen<RolloutPlan?> Plan = Gen.Frequency(
        (4, Gen.Const((RolloutPlan?)null)),
        (2, Gen.Select(Gen.Enum<RolloutStrategy>(), Percentage, Percentage, Instant, Needs, Segments, static (strategy, one, other, start, needs, segments) => (RolloutPlan?)new RolloutPlan
        {
            Strategy = strategy,
            Percentage = one,
            StartPercentage = Math.Min(one, other),
            EndPercentage = Math.Max(one, other),
            StepPercentage = 7,
            StepIntervalHours = 3,
            StartTime = start,
            RequiredFlags = needs,
            UserSegments = segments,
        })));

    private static readonly Gen<FeatureFlagRule> Rule = Gen.Select(
        Gen.Select(Condition.Array[0, 2], Percentage, Plan, Needs, Needs),
        Gen.Select(Segments, Instant, Instant, Bucketing),
        Gen.Select(Gen.OneOf(Gen.Const((FlagValue?)null), Value.Select(static value => (FlagValue?)value)), Pick<string?>([null, .. Names]), Gen.OneOf(Gen.Const((VariantWeight[]?)null), Arms.Select(static arms => (VariantWeight[]?)arms)), Gen.Int[0, 2]),
        static (parts, more, served) => new FeatureFlagRule
        {
            Name = "r",
            Conditions = parts.Item1,
            RolloutPercentage = parts.Item2,
            RolloutPlan = parts.Item3,
            RequiredFlags = parts.Item4,
            ExcludedFlags = parts.Item5,
            UserSegments = more.Item1,
            ActiveFrom = more.Item2,
            ActiveUntil = more.Item3,
            Bucketing = more.Item4,
            Value = served.Item4 == 0 ? served.Item1 : null,
            Variant = served.Item4 == 1 ? served.Item2 : null,
            Split = served.Item4 == 2 ? served.Item3 : null,
        });

    private static readonly Gen<AbTestConfiguration?> Test = Gen.Frequency(
        (2, Gen.Const((AbTestConfiguration?)null)),
        (1, Gen.Select(Arms, Pick(Names), Instant, Instant, Pick<ExperimentLayer?>(null, null, new("page", 0, 50), new("ghost", 0, 50), new("page", 95, 100)), static (arms, control, start, end, layer) =>
            (AbTestConfiguration?)new AbTestConfiguration { Variants = arms, ControlVariant = control, StartDate = start, EndDate = end, Layer = layer })));

    private static readonly Gen<FeatureFlag> Flag = Gen.Select(
        Gen.Select(Gen.Enum<FlagType>(), Gen.Enum<FeatureFlagStatus>(), Gen.Bool, Rule.Array[0, 4], Test),
        Gen.Select(Gen.OneOf(Gen.Const((FlagValue?)null), Value.Select(static value => (FlagValue?)value)), Gen.OneOf(Gen.Const((FlagValue?)null), Value.Select(static value => (FlagValue?)value)), Gen.Int[0, 9], Bucketing),
        static (parts, more) => new FeatureFlag
        {
            Key = "",
            Type = parts.Item1,
            Status = parts.Item2,
            Variants = parts.Item3 ? VariantsOf(parts.Item1) : [],
            Rules = parts.Item4,
            AbTest = parts.Item5,
            DefaultValue = more.Item3 < 8 ? DefaultOf(parts.Item1) : more.Item1,
            OffValue = more.Item3 < 8 ? null : more.Item2,
            Lifecycle = more.Item3 == 7 ? FlagLifecycle.Retired : FlagLifecycle.Active,
            Keep = more.Item1,
            Bucketing = more.Item4,
        });

    public static readonly Gen<FlagSet> Set = Flag.Array[Keys.Length].Select(static flags => new FlagSet
    {
        Version = "1",
        Flags = [.. flags.Select(static (flag, index) => flag with { Key = Keys[index] })],
        Segments = [new UserSegment { Name = "vips", Include = ["u1"], Exclude = ["u2"], Conditions = [new FeatureFlagCondition("user.role", "eq", "admin")] }],
        Layers = [new FlagLayer("page", "page", 10)],
    });

    public static readonly Gen<FlagContext> Context = Gen.Select(
        Pick<object?>(null, "", "u1", "u2", "ユーザー", 42, 1.5, true),
        Pick<object?>(null, "admin", "member", "MEMBER"),
        Pick<object?>(null, 17, 18L, "18", 18.5),
        Pick<object?>(null, "1.2.3", "1.10", "v2"),
        Pick<object?>(null, Given.Noon, "2026-06-15T12:00:00Z", 1_781_524_800_000),
        Pick<object?>(null, new[] { "a", "b" }, new object?[] { 1, "admin", null }, new Dictionary<string, object?>()),
        Pick<object?>(null, "power_users", "vips"),
        static (id, role, age, version, createdAt, tags, segment) => FlagContext.From(new Dictionary<string, object?>
        {
            ["user_id"] = id,
            ["user"] = new Dictionary<string, object?> { ["role"] = role, ["age"] = age, ["created_at"] = createdAt },
            ["app.version"] = version,
            ["tags"] = tags,
            ["user_segment"] = segment,
        }));

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static FlagVariant[] VariantsOf(FlagType type) =>
        [new("a", type == FlagType.Variant ? "a" : DefaultOf(type)), new("b", type == FlagType.Variant ? "b" : DefaultOf(type)), new("c", type == FlagType.Variant ? "c" : DefaultOf(type))];

    private static FlagValue DefaultOf(FlagType type) => type switch
    {
        FlagType.Boolean => true,
        FlagType.Integer or FlagType.Number => 1,
        FlagType.Object => FlagValue.Parse("""{"x":1}"""),
        _ => "a",
    };
}
