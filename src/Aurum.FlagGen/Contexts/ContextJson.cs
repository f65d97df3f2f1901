using System.Text.Json;

namespace Aurum.FlagGen.Contexts;

/// <summary>Turns a JSON object into the dictionaries of a <see cref="DynamicContext"/>, once, so that evaluations read no JSON.</summary>
internal static class ContextJson
{
    public static Dictionary<string, object?> ReadObject(JsonElement element)
    {
        Dictionary<string, object?> members = new(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            // Of two members with one name the last counts, as in every reader of JSON.
            members[member.Name] = member.Value.ValueKind == JsonValueKind.Object ? ReadObject(member.Value) : ReadValue(member.Value);
        }

        return members;
    }

    private static object? ReadValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Null => null,
        JsonValueKind.Array when element.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String) =>
            element.EnumerateArray().Select(static item => item.GetString()!).ToArray(),
        _ => AttributeConverter.Convert(element),
    };
}
