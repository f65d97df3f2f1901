using CsCheck;

namespace Aurum.FlagGen.Tests.Definitions;

/// <summary>Definitions of every shape, sound or not.</summary>
internal static class RandomFlags
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[0, 8], Words("", "a", "\"", "\\", "/*", "ユーザー", "👩‍💻", "\u2028", "null"));

    private static readonly Gen<string> Name = Gen.String[Gen.Char['a', 'z'], 1, 6];

    private static readonly Gen<double> Percent = Gen.Int[0, 100_000].Select(static thousandths => thousandths / 1000.0);

    private static readonly Gen<DateTimeOffset?> Time = Gen.Long[0, DateTime.MaxValue.Ticks].Select(static ticks => new DateTimeOffset(ticks, TimeSpan.Zero)).NullableValue();

    private static readonly Gen<FlagValue> Scalar = Gen.OneOf(
        Text.Select(FlagValue.From),
        Gen.Double.Where(double.IsFinite).Select(FlagValue.From),
        Gen.Int.Select(FlagValue.From),
        Gen.Bool.Select(FlagValue.From));

    private static readonly Gen<FlagValue> Value = Gen.OneOf(
        Scalar,
        Scalar.Array[0, 3].Select(static items => FlagValue.From(items)),
        Gen.Const(FlagValue.Parse("""{"a":[1,{"b":null}],"c":"ü"}""")));

    private static readonly Gen<IReadOnlyList<string>> Texts = Text.Array[0, 3].Select(static texts => (IReadOnlyList<string>)texts);

    // Conditions on one attribute stand together, as they do in JSON.
    private static readonly Gen<IReadOnlyList<FeatureFlagCondition>> Conditions = Gen.Select(
        Name,
        Words("eq", "in", "regex", "no such operator"),
        Gen.OneOf(Value, Gen.Const(FlagValue.Null)),
        Words("semver", "string", null!),
        Gen.Bool,
        Gen.Bool,
        static (attribute, op, value, type, ignoreCase, negate) => new FeatureFlagCondition(attribute, op, value) { ValueType = type, IgnoreCase = ignoreCase, Negate = negate })
        .Array[0, 4].Select(static all => (IReadOnlyList<FeatureFlagCondition>)[.. all.GroupBy(static condition => condition.Attribute).SelectMany(static group => group)]);

    private static readonly Gen<IReadOnlyList<VariantWeight>> Weights = Gen.Select(Name, Percent, static (name, weight) => new VariantWeight(name, weight))
        .Array[1, 4].Select(static arms => (IReadOnlyList<VariantWeight>)[.. arms.DistinctBy(static arm => arm.Variant)]);

    private static readonly Gen<FlagBucketing?> Bucketing = Gen.Select(
        Name, Text.Null(), Gen.Int.NullableValue(), Text.Null(),
        static (algorithm, seed, resolution, hint) => new FlagBucketing { Algorithm = algorithm, Seed = seed, Resolution = resolution, Hint = hint }).Null();

    private static readonly Gen<RolloutPlan?> Plan = Gen.Select(
        Gen.Enum<RolloutStrategy>(), Percent, Percent, Time, Texts,
        static (strategy, start, end, time, texts) => new RolloutPlan
        {
            Strategy = strategy,
            Percentage = end,
            StartPercentage = start,
            EndPercentage = end,
            StepPercentage = start,
            StepIntervalHours = end,
            StartTime = time,
            EndTime = time,
            UserSegments = texts,
            RequiredFlags = texts,
            Guard = start > 50 ? new RolloutGuard("error", 0.25, 10, "stop") : null,
        }).Null();

    private static readonly Gen<FeatureFlagRule> Rule = Gen.Select(
        Gen.Select(Text, Text.Null(), Conditions, Percent, Plan), Gen.Select(Texts, Texts, Time, Text.Null(), Bucketing), Gen.Select(Value.Null(), Text.Null(), Weights.Null()),
        static (first, second, third) => new FeatureFlagRule
        {
            Name = first.Item1,
            Description = first.Item2,
            Conditions = first.Item3,
            RolloutPercentage = first.Item4,
            RolloutPlan = first.Item5,
            UserSegments = second.Item1,
            RequiredFlags = second.Item2,
            ExcludedFlags = second.Item1,
            ActiveFrom = second.Item3,
            ActiveUntil = second.Item3,
            Salt = second.Item4,
            BucketBy = second.Item4,
            Bucketing = second.Item5,
            Value = third.Item1,
            Variant = third.Item2,
            Split = third.Item3,
        });

    private static readonly Gen<AbTestConfiguration?> Test = Gen.Select(
        Weights, Text, Texts, Time, Percent,
        static (arms, text, texts, time, percent) => new AbTestConfiguration
        {
            Variants = arms,
            ControlVariant = text,
            TrackEvents = texts,
            StartDate = time,
            EndDate = time,
            Salt = text,
            Layer = percent > 50 ? new ExperimentLayer(text, 0, percent) : null,
        }).Null();

    public static Gen<FeatureFlag> Any { get; } = Gen.Select(
        Gen.Select(Name, Text.Null(), Texts, Time, Scalar.Null(), Gen.Enum<FlagType>(), Gen.Enum<FeatureFlagStatus>()),
        Gen.Select(Value.Null(), Name.Array[0, 3], Rule.Array[0, 3], Test, Bucketing),
        Gen.Select(Gen.Bool, Gen.Enum<FlagLifecycle>(), Gen.Int[0, 3_000_000], Gen.Long[0, long.MaxValue]),
        static (first, second, third) => new FeatureFlag
        {
            Key = first.Item1,
            Name = first.Item2,
            Description = first.Item2,
            Tags = first.Item3,
            Owner = first.Item2,
            CreatedAt = first.Item4,
            UpdatedAt = first.Item4,
            CreatedBy = first.Item2,
            Metadata = first.Item5 is null ? new Dictionary<string, FlagValue>() : new Dictionary<string, FlagValue> { ["z"] = first.Item5, ["a"] = true },
            Type = first.Item6,
            Status = first.Item7,
            DefaultValue = second.Item1,
            OffValue = second.Item1,
            Variants = [.. second.Item2.Distinct().Select(name => new FlagVariant(name, first.Item6 == FlagType.Variant ? name : second.Item1 ?? FlagValue.Null))],
            Rules = second.Item3,
            AbTest = second.Item4,
            Salt = first.Item2,
            Bucketing = second.Item5,
            Expires = third.Item3 == 0 ? null : DateOnly.FromDayNumber(third.Item3),
            Permanent = third.Item1,
            Lifecycle = third.Item2,
            Keep = second.Item1,
            RetiredAt = first.Item4,
            Evaluation = third.Item1 ? FlagEvaluationTime.CompileTime : FlagEvaluationTime.Runtime,
            ClientVisible = third.Item1,
            Sensitive = !third.Item1,
            Version = third.Item4,
        });

    private static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static Gen<T?> NullableValue<T>(this Gen<T> gen)
        where T : struct => Gen.OneOf(gen.Select(static value => (T?)value), Gen.Const((T?)null));

    private static Gen<T?> Null<T>(this Gen<T> gen)
        where T : class? => Gen.OneOf(gen.Select(static value => (T?)value), Gen.Const((T?)null));
}
