using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>A flag's definition with its defaults.</summary>
internal sealed class ReferenceFlag(string key, JsonElement json)
{
    public string Key => key;

    public JsonElement Json => json;

    public string Type => ReferenceJson.TextMember(json, "type") ?? "boolean";

    public string Status => ReferenceJson.TextMember(json, "status") ?? "disabled";

    public bool IsRetired => ReferenceJson.TextMember(json, "lifecycle") == "retired";

    public JsonElement[] Rules => [.. ReferenceJson.Items(json, "rules")];

    public JsonElement? Test => ReferenceJson.Member(json, "ab_test");

    public string Salt => ReferenceJson.TextMember(json, "salt") ?? key;

    public string BucketBy => ReferenceJson.TextMember(json, "bucket_by") ?? "user_id";

    /// <summary>What enabled gives when no rule decides: false on a boolean flag unless it says otherwise.</summary>
    public JsonElement DefaultValue => ReferenceJson.Member(json, "default_value") ?? ReferenceJson.Parse("false");

    /// <summary>What disabled gives: false on a boolean flag, on others the default value, unless it says otherwise.</summary>
    public JsonElement OffValue => ReferenceJson.Member(json, "off_value") ?? (Type == "boolean" ? ReferenceJson.Parse("false") : DefaultValue);

    /// <summary>The test's control, or null where there is no test.</summary>
    public string? Control => ReferenceJson.TextMember(Test, "control_variant");

    /// <summary>Whether the flag is past its last day, which is included; a permanent flag never is.</summary>
    public bool IsStaleOn(DateTimeOffset now) =>
        ReferenceJson.TextMember(json, "expires") is { } last
        && ReferenceJson.Member(json, "permanent") is not { ValueKind: JsonValueKind.True }
        && string.CompareOrdinal(now.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), last) > 0;
}
