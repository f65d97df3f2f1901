using System.Text.Json.Nodes;
using CsCheck;

namespace Aurum.FlagGen.TestKit;

/// <summary>One slip after another in a manifest: members that are left out, renamed, moved or copied to another level, and values of another kind, range or wording.</summary>
internal sealed class ManifestMutation(PCG random)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "-0", "0.5", "2", "33.333", "0.0001", "99.9999", "100", "100.0", "1e2", "101", "1000", "2147483647", "2147483648", "1e99", "1e400",
        "9007199254740993", "1234567890123456789", "\"\"", "\" \"", "\"x\"", "\"a/b\"", "\"1a\"", "\"a b\"", "\"a.b\"", "\"_\"", "\"é\"", "\"\\u00a0\"", "\"\\u0085\"", "\"\\n\"", "\"x\\n\"",
        "\"٣\"", "\"all_users\"", "\"31.12.2027\"", "\"2027-12-31\"", "\"2027-02-30\"", "\"2027-12-31T24:00:00Z\"", "\"2027-12-31T23:59:59Z\"", "\"2027-12-31T23:59+01:00\"", "\"2027-12-31 10:00\"",
        "\"1.2.3\"", "\"v1.2\"", "\"10.*\"", "\"(\"", "\"(?=a)\"", "[]", "[[]]", "[null]", "[\"x\"]", "[\"x\",\"x\"]", "[1]", "{}", "[{}]", "{\"a\":{}}", "{\"x\":100}", "{\"x\":1}", "{\"a\":50,\"b\":50}",
    ];

    private static readonly string[] Words =
    [
        "boolean", "string", "integer", "number", "object", "variant", "string[]", "datetime", "semver", "version", "enabled", "conditional", "disabled", "active", "retired", "runtime", "compile_time",
        "literal", "switch", "const", "eq", "neq", "gt", "lte", "in", "nin", "contains", "startswith", "regex", "percentage", "gradual", "scheduled", "targeted", "stop", "fall_back", "microsoft",
        "unleash", "flagd", "launchdarkly", "growthbook", "configcat", "control", "treatment", "array", "user.role", "user_id", "beta_testers",
    ];

    private static readonly string[] Names =
    [
        "", "x", "a.b", "a/b", "1a", "é", "all_users", "_", "a\nb", "key", "version", "name", "description", "tags", "owner", "metadata", "accessor", "type", "status", "default_value", "off_value",
        "variants", "rules", "ab_test", "salt", "bucket_by", "bucketing", "expires", "permanent", "lifecycle", "keep", "evaluation", "emit", "values", "client_visible", "sensitive", "payload_schema",
        "conditions", "rollout_percentage", "rollout_plan", "user_segments", "required_flags", "excluded_flags", "active_from", "active_until", "value", "variant", "split", "op", "value_type",
        "ignore_case", "negate", "strategy", "percentage", "start_percentage", "end_percentage", "step_percentage", "step_interval_hours", "start_time", "end_time", "guard", "event", "max_rate",
        "min_units", "on_breach", "control_variant", "track_events", "start_date", "end_date", "layer", "from", "to", "holdout", "include", "exclude", "algorithm", "seed", "resolution", "group",
        "hint", "properties", "required", "items", "enum", "additionalProperties", "namespace", "class", "scope", "context", "segments", "layers", "flags", "$schema",
    ];

    /// <summary>Makes one slip, at a place that it chooses.</summary>
    public void Apply(JsonNode root)
    {
        List<JsonNode> places = Containers(root);
        JsonNode place = places[Below(places.Count)];
        int count = place is JsonObject o ? o.Count : place.AsArray().Count;
        if (count == 0)
        {
            Insert(place, 0, Parse(Pick(Values)));
            return;
        }

        int index = Below(count);
        switch (Below(9))
        {
            case 0:
                RemoveAt(place, index);
                break;
            case 1 or 2:
                Set(place, index, Parse(Pick(Values)));
                break;
            case 3:
                Set(place, index, JsonValue.Create(Pick(Words)));
                break;
            case 4:
                Insert(place, index, Parse(Pick(Values)));
                break;
            case 5:
                CopyMember(places, place);
                break;
            case 6:
                Rename(place, index);
                break;
            case 7:
                Set(place, index, Nudge(At(place, index)));
                break;
            default:
                JsonNode other = places[Below(places.Count)];
                Set(place, index, other.DeepClone());
                break;
        }
    }

    private static List<JsonNode> Containers(JsonNode root)
    {
        List<JsonNode> found = [root];
        for (int i = 0; i < found.Count; i++)
        {
            IEnumerable<JsonNode?> inner = found[i] is JsonObject o ? o.Select(static member => member.Value) : found[i].AsArray();
            found.AddRange(inner.Where(static node => node is JsonObject or JsonArray).Select(static node => node!));
        }

        return found;
    }

    private static JsonNode? Parse(string text) => JsonNode.Parse(text);

    private static JsonNode? At(JsonNode place, int index) => place is JsonObject o ? o.GetAt(index).Value : place[index];

    private static void RemoveAt(JsonNode place, int index)
    {
        if (place is JsonObject o)
        {
            o.RemoveAt(index);
        }
        else
        {
            place.AsArray().RemoveAt(index);
        }
    }

    private static void Set(JsonNode place, int index, JsonNode? value)
    {
        if (place is JsonObject o)
        {
            o.SetAt(index, value);
        }
        else
        {
            place.AsArray()[index] = value;
        }
    }

    private void Insert(JsonNode place, int index, JsonNode? value)
    {
        if (place is JsonObject o)
        {
            o[Pick(Names)] = value;
        }
        else
        {
            place.AsArray().Insert(index, value);
        }
    }

    /// <summary>A member of one object put into another, where it may or may not belong.</summary>
    private void CopyMember(List<JsonNode> places, JsonNode target)
    {
        if (target is JsonObject o && places[Below(places.Count)] is JsonObject { Count: > 0 } source)
        {
            (string name, JsonNode? value) = source.GetAt(Below(source.Count));
            o[name] = value?.DeepClone();
        }
    }

    private void Rename(JsonNode place, int index)
    {
        if (place is not JsonObject o)
        {
            return;
        }

        (string name, JsonNode? value) = o.GetAt(index);
        string other = Below(2) == 0 ? Pick(Names) : Misspell(name);
        if (!o.ContainsKey(other))
        {
            o.SetAt(index, other, value?.DeepClone());
        }
    }

    private JsonNode? Nudge(JsonNode? value) => value switch
    {
        JsonValue text when text.TryGetValue(out string? old) => JsonValue.Create(Misspell(old)),
        JsonValue number when number.TryGetValue(out double old) && double.IsFinite(old) => JsonValue.Create(Pick([old + 1, old - 1, old * 10, -old, old + 0.0001, old / 2])),
        JsonValue truth when truth.TryGetValue(out bool old) => JsonValue.Create(!old),
        _ => Parse(Pick(Values)),
    };

    private string Misspell(string text)
    {
        int at = Below(text.Length + 1);
        string piece = Pick([" ", "x", "1", "-", ".", "/", "\n", "É", "\u0085", "_", ":"]);
        return Below(3) > 0 || text.Length == 0 ? text.Insert(at, piece) : text.Remove(Math.Min(at, text.Length - 1), 1);
    }

    private int Below(int bound) => (int)random.Next((uint)bound);

    private T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
