using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Whether a definition can be read at all.</summary>
internal static class ReferenceShape
{
    /// <summary>A flag is an object; its type, status and lifecycle are known words, and its rules are objects with names.</summary>
    public static bool IsReadable(JsonElement flag) =>
        flag.ValueKind == JsonValueKind.Object
        && IsWord(flag, "type", "boolean", "string", "integer", "number", "object", "variant")
        && IsWord(flag, "status", "enabled", "conditional", "disabled")
        && IsWord(flag, "lifecycle", "active", "retired")
        && ReferenceJson.Member(flag, "rules") is null or { ValueKind: JsonValueKind.Array }
        && ReferenceJson.Items(flag, "rules").All(static rule => ReferenceJson.TextMember(rule, "name") is not null);

    private static bool IsWord(JsonElement flag, string member, params string[] words) => ReferenceJson.Member(flag, member) switch
    {
        null => true,
        { ValueKind: JsonValueKind.String } text => words.Contains(ReferenceJson.Text(text)),
        _ => false,
    };
}
