using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Aurum.FlagGen;

namespace Aurum.Samples.Dashboard;

/// <summary>Says in a sentence why a flag gave what it gave.</summary>
internal static class Why
{
    private static readonly Dictionary<string, string> Relations = new()
    {
        ["gt"] = "above",
        ["gte"] = "at least",
        ["lt"] = "below",
        ["lte"] = "at most",
        ["in"] = "one of",
        ["nin"] = "one of",
        ["contains"] = "with",
        ["startswith"] = "beginning with",
        ["endswith"] = "ending with",
        ["regex"] = "like",
    };

    public static IReadOnlyList<Word> Of(FlagExplanation flag) => flag switch
    {
        { ErrorMessage: { } error } => [new(error)],
        { Status: null } => [new($"Fixed by the compiler: the build is {Configuration}.")],
        { IsRetired: true } => [new("Retired: everybody gets what it keeps.")],
        { Reason: EvaluationReason.Disabled } => [new("The flag is disabled, for everybody.")],
        { RuleIndex: not null } => [new("Rule "), Word.Name(flag.RuleName!), new(" matches: "), .. Join(Facts(flag.Rules.First(static rule => rule.Matched))), new(".")],
        { Test.Split: { Variant: { } arm } split } => [new("No rule decides; the test does: "), .. Bucket(split, arm), new(".")],
        { Test.Because: { } because } => [new($"The test gives its control: {because}.")],
        { Rules: [] } => [new("It has no rules: everybody gets the default.")],
        _ => [new("The default. "), .. flag.Rules.SelectMany(Rejected)],
    };

    /// <summary>The members of flags.json that decided, the best first, as paths below the flag.</summary>
    public static IReadOnlyList<object[]> Decisive(FlagExplanation flag)
    {
        if (flag.Reason == EvaluationReason.Disabled)
        {
            return [["status"]];
        }

        int? rule = flag.RuleIndex ?? LastRollout(flag)?.Index;
        return rule is not { } index ? [["default_value"]]
            : flag.Rules.First(tried => tried.Index == index).Rollout is null ? [["rules", index, "name"]]
            : [["rules", index, "rollout_percentage"], ["rules", index, "rollout_plan"], ["rules", index, "name"]];
    }

    /// <summary>The last rule of those asked whose percentage was asked.</summary>
    public static RuleExplanation? LastRollout(FlagExplanation flag) => flag.Rules.LastOrDefault(static rule => rule.Rollout is not null);

    private static string Configuration => typeof(Why).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "unknown";

    private static IEnumerable<Word> Rejected(RuleExplanation rule) =>
    [
        Word.Name(rule.Name),
        new(": "),
        .. rule.Fault is { } fault ? [new Word(fault)] : Facts(rule).LastOrDefault() ?? [new Word(rule.Because ?? "does not match")],
        new(". "),
    ];

    /// <summary>Of a rule that matched every fact; of one that did not the facts that held, and last the first that did not.</summary>
    private static IEnumerable<Word[]> Facts(RuleExplanation rule)
    {
        (bool Holds, Word[] Words)[] facts =
        [
            .. rule.Segments.Select(static segment => (segment.IsIn, Words(segment))),
            .. rule.Flags.Select(static flag => (flag.IsMet, Words(flag))),
            .. rule.Conditions.Select(static condition => (condition.Holds, Words(condition))),
            .. rule.Rollout is { } rollout ? [(rollout.IsIn, Words(rollout))] : Array.Empty<(bool, Word[])>(),
            .. rule.Split is { Variant: { } arm } split ? [(true, Bucket(split, arm))] : Array.Empty<(bool, Word[])>(),
        ];
        int failed = Array.FindIndex(facts, static fact => !fact.Holds);
        return facts.Take(failed < 0 ? facts.Length : failed + 1).Select(static fact => fact.Words);
    }

    private static Word[] Words(SegmentExplanation segment) => [new(segment.IsIn ? "the user is in " : "the user is not in "), Word.Code(segment.Name)];

    private static Word[] Words(PrerequisiteExplanation flag) => [Word.Code(flag.Key), new(flag.IsMet == flag.MustBeOn ? " is on" : " is off")];

    private static Word[] Words(ConditionExplanation condition)
    {
        if (condition.Actual == "null")
        {
            return [Word.Code(condition.Attribute), new(" is missing")];
        }

        Word[] start = [Word.Code(condition.Attribute), new(" is "), Word.Code(Plain(condition.Actual))];
        bool isRelated = condition.Holds ^ condition.Negate ^ condition.Operator is "neq" or "nin";
        bool isEquality = !Relations.TryGetValue(condition.Operator, out string? relation);
        return isEquality && isRelated ? start : [.. start, new($", {(isRelated ? "" : "not ")}{relation}{(isEquality ? "" : " ")}"), Word.Code(Plain(condition.Expected.ToJson()))];
    }

    private static Word[] Words(RolloutExplanation rollout) => rollout switch
    {
        { Bucket: { } bucket } => [new($"bucket {Number(bucket)} lies {(rollout.IsIn ? "below" : "above")} {Number(rollout.Percentage)}")],
        { BucketBy: { } attribute } => [Word.Code(attribute), new(" is missing, so that there is no bucket")],
        _ => [new($"it reaches {Number(rollout.Percentage)} %")],
    };

    private static Word[] Bucket(SplitExplanation split, string arm) =>
        split.Bucket is { } bucket ? [new($"bucket {Number(bucket)} belongs to "), Word.Code(arm)] : [new("everybody gets "), Word.Code(arm)];

    private static IEnumerable<Word> Join(IEnumerable<Word[]> facts) => facts.SelectMany(static (fact, i) => i == 0 ? fact : [new Word(", and "), .. fact]);

    /// <summary>JSON without the marks that a sentence does not need.</summary>
    private static string Plain(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.String => document.RootElement.GetString()!,
            JsonValueKind.Array => string.Join(", ", document.RootElement.EnumerateArray().Select(static item => Plain(item.GetRawText()))),
            _ => json,
        };
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
