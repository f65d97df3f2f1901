using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Who is in a segment.</summary>
internal sealed class ReferenceSegments(JsonElement manifest, ReferenceContext context, long now)
{
    private static readonly string[] Predefined =
        ["all_users", "premium_users", "enterprise_users", "beta_testers", "internal_users", "power_users", "new_users"];

    /// <summary>A segment is one of the predefined ones or one that the manifest defines.</summary>
    public static bool IsKnown(JsonElement manifest, string name) => Predefined.Contains(name) || Definition(manifest, name) is not null;

    /// <summary>Exclude comes first; then those whom the context or include names are in; then the conditions decide, and without any there are only members.</summary>
    public bool Contains(string name)
    {
        JsonElement? definition = Definition(manifest, name);
        string? user = context.TargetingKey("user_id");
        if (user is not null && ReferenceJson.Texts(definition, "exclude").Contains(user))
        {
            return false;
        }

        if (name == "all_users" || IsNamedByContext(name) || (user is not null && ReferenceJson.Texts(definition, "include").Contains(user)))
        {
            return true;
        }

        ReferenceCondition[] conditions = definition is { } segment ? [.. ReferenceCondition.AllOf(segment)] : [];
        return conditions.Length > 0 ? conditions.All(condition => condition.Holds(context)) : name == "new_users" && IsNew();
    }

    /// <summary>user_segment names one segment, user_segments a list of them, and either may be written as the other; unknown names there are passed over.</summary>
    private bool IsNamedByContext(string name) => IsNamedBy(context.Find("user_segment"), name) || IsNamedBy(context.Find("user_segments"), name);

    private static bool IsNamedBy(JsonElement? attribute, string name) => attribute switch
    {
        { ValueKind: JsonValueKind.String } one => ReferenceJson.Text(one) == name,
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && ReferenceJson.Text(item) == name),
        _ => false,
    };

    /// <summary>New is who was created within the last thirty times 24 hours, both ends included.</summary>
    private bool IsNew() => context.Find("user.created_at") is { } created
        && ReferenceTime.ParseAttribute(created) is { } ticks
        && now - (30 * TimeSpan.TicksPerDay) <= ticks && ticks <= now;

    private static JsonElement? Definition(JsonElement manifest, string name) => ReferenceJson.Member(ReferenceJson.Member(manifest, "segments"), name);
}
