using System.Globalization;
using System.Text;
using Aurum.FlagGen.Evaluation;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen;

/// <summary>Writes an explanation for people: a line for each fact, indented below what it belongs to.</summary>
internal sealed class FlagExplanationText
{
    /// <summary>What of a long value is shown.</summary>
    private const int MaxValue = 1_000;

    private readonly StringBuilder _text = new();

    public FlagExplanationText(FlagExplanation explanation)
    {
        Write(explanation, "");
        if (explanation.Omitted > 0)
        {
            Line("", string.Create(CultureInfo.InvariantCulture, $"cut here: {explanation.Omitted} more facts on the flags that this one needs; explain one of those to see its own"));
        }
    }

    public override string ToString() => _text.ToString().TrimEnd('\n');

    private void Write(FlagExplanation flag, string indent)
    {
        string variant = flag.Variant is null ? "" : $", variant {flag.Variant}";
        Line(indent, $"{flag.Key} is {(flag.IsOn ? "on" : "off")}: {Shorten(flag.Value.ToJson())}{variant}, {JsonWords.Reasons.WordFor(flag.Reason)}");
        indent += "  ";
        if (flag.ErrorCode != EvaluationErrorCode.None)
        {
            Line(indent, $"{JsonWords.ErrorCodes.WordFor(flag.ErrorCode)}: {flag.ErrorMessage}");
        }

        WriteSource(flag, indent);
        foreach (RuleExplanation rule in flag.Rules)
        {
            Write(rule, indent);
        }

        if (flag.Test is { } test)
        {
            Write(test, indent);
        }

        foreach (FlagFault fault in flag.Faults.Where(static fault => fault.RuleName is null))
        {
            Line(indent, $"fault: {fault.Message}");
        }
    }

    private void WriteSource(FlagExplanation flag, string indent)
    {
        string? source = flag.Source switch
        {
            FlagSource.Store => $"from the store, version {flag.Version} in set {flag.SetVersion}",
            FlagSource.Manifest => "from the manifest compiled into the application",
            FlagSource.Override => "overridden by a test",
            _ => null,
        };
        if (source is not null)
        {
            string status = flag.IsRetired ? ManifestWords.Lifecycles.WordFor(FlagLifecycle.Retired) : flag.Status is { } word ? ManifestWords.Statuses.WordFor(word) : "";
            string scenario = flag.Scenario is null ? "" : $"scenario {flag.Scenario} stands in: ";
            Line(indent, $"{scenario}{source}; {status}{(flag.IsStale ? ", stale" : "")}");
        }
    }

    private void Write(RuleExplanation rule, string indent)
    {
        string result = rule.Fault is not null ? $"never matches: {rule.Fault}" : rule.Matched ? "matches" : $"does not match: {rule.Because}";
        Line(indent, $"rule {rule.Index} '{rule.Name}' {result}");
        indent += "  ";
        Write(rule.Window, indent);
        foreach (SegmentExplanation segment in rule.Segments)
        {
            Line(indent, $"{Mark(segment.IsIn)} segment {segment.Name}: {segment.Because}");
        }

        foreach (PrerequisiteExplanation flag in rule.Flags)
        {
            Line(indent, $"{Mark(flag.IsMet)} flag {flag.Key} must be {(flag.MustBeOn ? "on" : "off")}{(flag.Decision is null ? ", as told above" : "")}");
            if (flag.Decision is { } decision)
            {
                Write(decision, indent + "  ");
            }
        }

        foreach (ConditionExplanation condition in rule.Conditions)
        {
            Write(condition, indent);
        }

        if (rule.Rollout is { } rollout)
        {
            Write(rollout, indent);
        }

        Write(rule.Split, indent);
    }

    private void Write(ConditionExplanation condition, string indent)
    {
        string options = (condition.Negate ? ", negated" : "")
            + (condition.IgnoreCase ? ", whatever the case" : "")
            + (condition.ValueType is null ? "" : $", as {condition.ValueType}");
        Line(indent, $"{Mark(condition.Holds)} {condition.Attribute} {condition.Operator} {Shorten(condition.Expected.ToJson())}{options}: it is {condition.Actual}");
    }

    private void Write(RolloutExplanation rollout, string indent)
    {
        string planned = rollout.IsPlanned ? " by now" : "";
        string bucket = rollout.BucketBy is null ? "no bucket needed" : Bucket(rollout.BucketBy, rollout.TargetingKey, rollout.Bucket);
        Line(indent, $"{Mark(rollout.IsIn)} {Percent(rollout.Percentage)}{planned}: {bucket}");
    }

    private void Write(SplitExplanation? split, string indent)
    {
        if (split is not null)
        {
            string bucket = split.BucketBy is null ? "the only arm" : Bucket(split.BucketBy, split.TargetingKey, split.Bucket);
            Line(indent, $"split: {bucket}{(split.Variant is null ? "" : $", {split.Variant}")}");
        }
    }

    private void Write(TestExplanation test, string indent)
    {
        Line(indent, test.IsRunning ? "test runs" : $"test gives the control: {test.Because}");
        indent += "  ";
        Write(test.Window, indent);
        if (test.Layer is not null && test.Window is not { IsOpen: false })
        {
            string bucket = test.LayerBucket is { } value ? $"bucket {Percent(value)}" : "no targeting key";
            Line(indent, $"layer {test.Layer} from {Percent(test.LayerFrom ?? 0)} to {Percent(test.LayerTo ?? 0)}: {bucket}");
        }

        Write(test.Split, indent);
    }

    private void Write(WindowExplanation? window, string indent)
    {
        if (window is not null)
        {
            string from = window.From is { } start ? $" from {Instant(start)}" : "";
            string until = window.Until is { } end ? $" until {Instant(end)}" : "";
            Line(indent, $"{Mark(window.IsOpen)} time{from}{until}: it is {Instant(window.Now)}");
        }
    }

    private static string Bucket(string bucketBy, string? key, double? bucket) =>
        bucket is { } value ? $"{bucketBy} {key} has bucket {Percent(value)}" : $"no targeting key in {bucketBy}";

    /// <summary>A list may have thousands of elements, and is told for each condition with it.</summary>
    private static string Shorten(string json) => json.Length <= MaxValue ? json : json[..MaxValue] + "…";

    private static string Mark(bool holds) => holds ? "+" : "-";

    private static string Percent(double value) => value.ToString("0.###", CultureInfo.InvariantCulture) + " %";

    private static string Instant(DateTimeOffset instant) => Manifest.Values.Timestamps.Format(instant.UtcTicks);

    private void Line(string indent, string text) => _text.Append(indent).Append(text).Append('\n');
}
