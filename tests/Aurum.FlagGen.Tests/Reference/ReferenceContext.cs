using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>The two parts of a context.</summary>
internal sealed class ReferenceContext(JsonElement user, JsonElement feature)
{
    /// <summary>Each path is looked for in the feature context, and only if it is not there in the user context. A null that is there counts as there.</summary>
    /// <returns>The value, which may be JSON's null, or null where the attribute is missing.</returns>
    public JsonElement? Find(string path) => Find(feature, path) ?? Find(user, path);

    /// <summary>The targeting key is a string; an integer is written in decimal; any other kind, and the empty string, count as missing.</summary>
    public string? TargetingKey(string attribute) => Find(attribute) switch
    {
        { ValueKind: JsonValueKind.String } text when ReferenceJson.Text(text) is { Length: > 0 } key => key,
        { ValueKind: JsonValueKind.Number } number => ReferenceNumber.IntegerText(number),
        _ => null,
    };

    /// <summary>A member whose name is the whole path wins; else the path is followed through nested objects, part by part.</summary>
    private static JsonElement? Find(JsonElement context, string path)
    {
        if (ReferenceJson.ContextMember(context, path) is { } whole)
        {
            return whole;
        }

        JsonElement? current = context;
        foreach (string part in path.Split('.'))
        {
            current = current is { } parent ? ReferenceJson.ContextMember(parent, part) : null;
        }

        return current;
    }
}
