using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aurum.FlagGen.Benchmarks.Manifests;

/// <summary>Writes a manifest of planned flags, as a person would write it who follows every piece of the checker's advice.</summary>
internal static class FlagsJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest's text.</summary>
    /// <param name="flags">The flags, in their order.</param>
    public static string Write(IEnumerable<PlannedFlag> flags)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("namespace", "Aurum.FlagGen.Benchmarks.Generated");
            WriteContext(json);
            json.WriteStartObject("flags");
            foreach (PlannedFlag flag in flags)
            {
                WriteFlag(json, flag);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartObject("context");
        json.WriteStartObject("user_id");
        json.WriteString("type", "string");
        json.WriteBoolean("required", true);
        json.WriteEndObject();
        json.WriteString("user.role", "string");
        json.WriteString("user.age", "integer");
        json.WriteString("user.country", "string");
        json.WriteString("user.email", "string");
        json.WriteString("app.version", "version");
        json.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter json, PlannedFlag flag)
    {
        json.WriteStartObject(flag.Key);
        json.WriteString("description", "A flag of the benchmarks");
        json.WriteString("owner", "benchmarks");
        json.WriteBoolean("permanent", true);
        json.WriteString("status", "enabled");
        switch (flag.Kind)
        {
            case FlagKind.Switch:
                json.WriteBoolean("default_value", true);
                break;
            case FlagKind.Rollout:
                WriteRollout(json);
                break;
            case FlagKind.Rules:
                WriteRules(json);
                break;
            default:
                WriteExperiment(json);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteRollout(Utf8JsonWriter json)
    {
        json.WriteBoolean("default_value", false);
        json.WriteStartArray("rules");
        StartRule(json, "Half of premium");
        WriteCondition(json, "user.role", "eq", static json => json.WriteStringValue(FlagFacts.RolloutRole));
        json.WriteEndObject();
        json.WriteNumber("rollout_percentage", FlagFacts.RolloutPercentage);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRules(Utf8JsonWriter json)
    {
        json.WriteBoolean("default_value", false);
        json.WriteStartArray("rules");
        StartRule(json, "Launch countries");
        WriteCondition(json, "user.country", "in", WriteCountries);
        EndRule(json);
        StartRule(json, "Seniors");
        WriteCondition(json, "user.age", "gte", static json => json.WriteNumberValue(FlagFacts.SeniorAge));
        EndRule(json);
        StartRule(json, "New clients");
        WriteCondition(json, "app.version", "gte", static json => json.WriteStringValue(FlagFacts.NewClientVersion), "version");
        EndRule(json);
        StartRule(json, "Test accounts");
        WriteCondition(json, "user.email", "startswith", static json => json.WriteStringValue(FlagFacts.TestAccountPrefix));
        EndRule(json);
        StartRule(json, "Customers of age");
        WriteCondition(json, "user.email", "endswith", static json => json.WriteStringValue(FlagFacts.CustomerSuffix));
        WriteCondition(json, "user.age", "gte", static json => json.WriteNumberValue(FlagFacts.AdultAge));
        EndRule(json);
        json.WriteEndArray();
    }

    private static void WriteExperiment(Utf8JsonWriter json)
    {
        json.WriteString("type", "variant");
        json.WriteString("default_value", FlagFacts.Arms[0].Name);
        json.WriteStartObject("ab_test");
        json.WriteStartObject("variants");
        foreach ((string name, int weight) in FlagFacts.Arms)
        {
            json.WriteNumber(name, weight);
        }

        json.WriteEndObject();
        json.WriteString("control_variant", FlagFacts.Arms[0].Name);
        json.WriteEndObject();
    }

    private static void StartRule(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("conditions");
    }

    private static void EndRule(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter json, string path, string op, Action<Utf8JsonWriter> value, string? valueType = null)
    {
        json.WriteStartObject(path);
        json.WriteString("op", op);
        json.WritePropertyName("value");
        value(json);
        if (valueType is not null)
        {
            json.WriteString("value_type", valueType);
        }

        json.WriteEndObject();
    }

    private static void WriteCountries(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (string country in FlagFacts.LaunchCountries)
        {
            json.WriteStringValue(country);
        }

        json.WriteEndArray();
    }
}
