using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Evaluates flags as the contract says it, sentence by sentence, with no thought of speed. It shares nothing with the product.</summary>
internal sealed class ReferenceEvaluator
{
    private readonly ReferenceManifest _manifest;
    private readonly ReferenceContext _context;
    private readonly DateTimeOffset _now;
    private readonly ReferenceSegments _segments;
    private readonly Dictionary<string, ReferenceAnswer> _answers = [];

    public ReferenceEvaluator(ReferenceManifest manifest, string userContext, string featureContext, DateTimeOffset now)
    {
        _manifest = manifest;
        _context = new ReferenceContext(ReferenceJson.Parse(userContext), ReferenceJson.Parse(featureContext));
        _now = now;
        _segments = new ReferenceSegments(manifest.Json, _context, now.UtcTicks);
    }

    /// <summary>Each flag is evaluated once, however many require it.</summary>
    public ReferenceAnswer Evaluate(string key)
    {
        if (!_answers.TryGetValue(key, out ReferenceAnswer? answer))
        {
            answer = Decide(key);
            _answers[key] = answer;
        }

        return answer;
    }

    /// <summary>The order of decisions: unknown, unreadable, retired, disabled, the rules, the test, and what the status gives.</summary>
    private ReferenceAnswer Decide(string key)
    {
        if (_manifest.Find(key) is not { } flag)
        {
            return Failed("FLAG_NOT_FOUND");
        }

        if (!ReferenceShape.IsReadable(flag.Json))
        {
            return Failed("PARSE_ERROR");
        }

        if (flag.IsRetired)
        {
            return Retired(flag);
        }

        if (flag.Status == "disabled")
        {
            return Value(flag, flag.OffValue, "DISABLED");
        }

        bool keyIsMissing = false;
        return FirstRule(flag, ref keyIsMissing) ?? Test(flag, ref keyIsMissing) ?? Status(flag, keyIsMissing);
    }

    /// <summary>A retired flag gives what it keeps, read as a variant's name first, else as a value.</summary>
    private ReferenceAnswer Retired(ReferenceFlag flag)
    {
        JsonElement keep = ReferenceJson.Member(flag.Json, "keep")!.Value;
        string? name = keep.ValueKind == JsonValueKind.String ? ReferenceJson.Text(keep) : null;
        return name is not null && ReferenceVariants.ValueOf(flag, name) is { } value
            ? Answer(flag, value, name, "STATIC")
            : Value(flag, keep, "STATIC");
    }

    /// <summary>The first rule that matches serves its value; one that fails, its rollout included, leaves the decision to the next.</summary>
    private ReferenceAnswer? FirstRule(ReferenceFlag flag, ref bool keyIsMissing)
    {
        for (int i = 0; i < flag.Rules.Length; i++)
        {
            if (!_manifest.IsAtFault(flag, i) && Rule(flag, i, ref keyIsMissing) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    /// <summary>A rule matches when every part holds: window, segments, required flags, excluded flags, conditions, rollout. Where a bucket is needed and the targeting key is missing, it does not match.</summary>
    private ReferenceAnswer? Rule(ReferenceFlag flag, int index, ref bool keyIsMissing)
    {
        JsonElement rule = flag.Rules[index];
        bool matches = ReferenceWindow.Includes(rule, "active_from", "active_until", _now.UtcTicks)
            && IsInAnySegment(rule)
            && ReferenceJson.Texts(rule, "required_flags").All(IsOn)
            && !ReferenceJson.Texts(rule, "excluded_flags").Any(IsOn)
            && ReferenceCondition.AllOf(rule).All(condition => condition.Holds(_context));
        if (!matches)
        {
            return null;
        }

        ReferenceBuckets buckets = ReferenceBuckets.OfRule(flag, rule);
        decimal percentage = ReferencePlan.PercentageOf(
            rule, _now.UtcTicks, plan => IsInAnySegment(plan) && ReferenceJson.Texts(plan, "required_flags").All(IsOn));
        bool? isIn = buckets.IsInRollout(percentage, _context);
        keyIsMissing |= isIn is null;
        return isIn == true ? Serve(flag, index, buckets, percentage < 100 ? "SPLIT" : "TARGETING_MATCH", ref keyIsMissing) : null;
    }

    /// <summary>What a rule serves; the reason is SPLIT where a percentage below 100 or a split decided.</summary>
    private ReferenceAnswer? Serve(ReferenceFlag flag, int index, ReferenceBuckets buckets, string reason, ref bool keyIsMissing)
    {
        JsonElement rule = flag.Rules[index];
        string? variant = ReferenceJson.TextMember(rule, "variant");
        if (ReferenceJson.Has(rule, "split"))
        {
            reason = "SPLIT";
            variant = buckets.Arm(ReferenceSplit.Arms(rule, "split"), _context);
            if (variant is null)
            {
                keyIsMissing = true;
                return null;
            }
        }

        ReferenceAnswer answer = variant is not null
            ? Answer(flag, ReferenceVariants.ValueOf(flag, variant)!.Value, variant, reason)
            : Value(flag, ReferenceJson.Member(rule, "value") ?? ReferenceJson.Parse("true"), reason);
        return answer with { Rule = ReferenceJson.TextMember(rule, "name"), RuleIndex = index };
    }

    /// <summary>A test gives the unit's arm while it runs and the unit is in its part of the layer; else, or without a targeting key, the control variant.</summary>
    private ReferenceAnswer? Test(ReferenceFlag flag, ref bool keyIsMissing)
    {
        if (flag.Test is not { } test)
        {
            return null;
        }

        (string Name, decimal Weight)[] arms = ReferenceSplit.Arms(test, "variants");
        if (!ReferenceSplit.IsSound(arms))
        {
            throw new InvalidOperationException("The contract does not say what a test does whose weights do not sum to 100.");
        }

        string? arm = null;
        if (ReferenceWindow.Includes(test, "start_date", "end_date", _now.UtcTicks))
        {
            ReferenceBuckets buckets = ReferenceBuckets.OfTest(flag, test);
            bool? isInLayer = IsInLayer(test, buckets);
            arm = isInLayer == true ? buckets.Arm(arms, _context) : null;
            keyIsMissing |= isInLayer is null || (isInLayer == true && arm is null);
        }

        string variant = arm ?? flag.Control!;
        ReferenceAnswer answer = Answer(flag, ReferenceVariants.ValueOf(flag, variant)!.Value, variant, arm is null ? "DEFAULT" : "SPLIT");
        return arm is null && keyIsMissing ? answer with { Error = "TARGETING_KEY_MISSING" } : answer;
    }

    /// <summary>A test owns its range of the layer, the beginning included and the end not; the holdout at the layer's end is nobody's. The whole layer, and nothing of it, need no bucket.</summary>
    /// <returns>Whether the unit is in the range; null where a targeting key was needed and is missing.</returns>
    private bool? IsInLayer(JsonElement test, ReferenceBuckets buckets)
    {
        if (ReferenceJson.Member(test, "layer") is not { } part)
        {
            return true;
        }

        string name = ReferenceJson.TextMember(part, "name")!;
        JsonElement? layer = ReferenceJson.Member(ReferenceJson.Member(_manifest.Json, "layers"), name);
        decimal from = ReferenceJson.Decimal(part, "from") ?? 0;
        decimal to = Math.Min(ReferenceJson.Decimal(part, "to") ?? 100, 100 - (ReferenceJson.Decimal(layer, "holdout") ?? 0));
        if (from >= (ReferenceJson.Decimal(part, "to") ?? 100) || (ReferenceJson.Decimal(part, "to") ?? 100) > 100 - (ReferenceJson.Decimal(layer, "holdout") ?? 0))
        {
            // A part that is empty, or reaches into the holdout, is a fault of the test, which then runs for nobody.
            return false;
        }

        if (to <= from || (from == 0 && to == 100))
        {
            return to > from;
        }

        if (_context.TargetingKey(buckets.BucketBy) is not { } key)
        {
            return null;
        }

        ulong bucket = ReferenceBuckets.Bucket(ReferenceJson.TextMember(layer, "salt") ?? name, key, ReferenceBuckets.LayerSeed);
        return bucket >= from * 1000 && bucket < to * 1000;
    }

    /// <summary>Enabled gives the default value, conditional the off value. STATIC is a flag that has neither rules nor test and is enabled. A missing targeting key is told beside.</summary>
    private ReferenceAnswer Status(ReferenceFlag flag, bool keyIsMissing)
    {
        ReferenceAnswer answer = flag.Status == "enabled"
            ? Value(flag, flag.DefaultValue, flag.Rules.Length == 0 ? "STATIC" : "DEFAULT")
            : Value(flag, flag.OffValue, "DEFAULT");
        return keyIsMissing ? answer with { Error = "TARGETING_KEY_MISSING" } : answer;
    }

    /// <summary>Any of the segments suffices, and none listed is everybody.</summary>
    private bool IsInAnySegment(JsonElement owner)
    {
        string[] names = [.. ReferenceJson.Texts(owner, "user_segments")];
        return names.Length == 0 || names.Any(_segments.Contains);
    }

    private bool IsOn(string key) => Evaluate(key).IsOn;

    private ReferenceAnswer Value(ReferenceFlag flag, JsonElement value, string reason) => Answer(flag, value, ReferenceVariants.NameOf(flag, value), reason);

    /// <summary>On: a boolean flag whose value is true; any other whose reason is TARGETING_MATCH or SPLIT, or which is retired, and whose variant is not the control.</summary>
    private ReferenceAnswer Answer(ReferenceFlag flag, JsonElement value, string? variant, string reason)
    {
        bool isOn = flag.Type == "boolean"
            ? value.ValueKind == JsonValueKind.True
            : (flag.IsRetired || reason is "TARGETING_MATCH" or "SPLIT") && (variant is null || variant != flag.Control);
        return new ReferenceAnswer(value.GetRawText(), variant, reason, null, null, null, isOn, flag.IsStaleOn(_now));
    }

    private static ReferenceAnswer Failed(string error) => new(null, null, "ERROR", null, null, error, false, false);
}
