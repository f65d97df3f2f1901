using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Aurum.FlagGen.Contexts;

/// <summary>Turns a JSON object into the dictionaries of a <see cref="DynamicContext"/>, once, so that evaluations read no JSON.</summary>
/// <remarks>The framework's reading of strings throws at an escaped lone surrogate. Contexts come from anybody, so that whatever has an escape is read by the manifest's reader, which puts U+FFFD in its place, as which it is hashed.</remarks>
internal static class ContextJson
{
    public static Dictionary<string, object?> ReadObject(JsonElement element)
    {
        Dictionary<string, object?> root = new(StringComparer.Ordinal);

        // No recursion: how deep a context is, is for whoever sent it to say.
        Stack<(JsonElement Element, Dictionary<string, object?> Members)> open = new([(element, root)]);
        while (open.TryPop(out (JsonElement Element, Dictionary<string, object?> Members) next))
        {
            foreach (JsonProperty member in next.Element.EnumerateObject())
            {
                // Of two members with one name the last counts, as in every reader of JSON.
                if (member.Value.ValueKind == JsonValueKind.Object)
                {
                    Dictionary<string, object?> members = new(StringComparer.Ordinal);
                    next.Members[NameOf(member)] = members;
                    open.Push((member.Value, members));
                }
                else
                {
                    next.Members[NameOf(member)] = ReadValue(member.Value);
                }
            }
        }

        return root;
    }

    /// <summary>The text of a JSON string.</summary>
    public static string TextOf(JsonElement text)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(text);
        return raw.Contains((byte)'\\') ? Unescape(raw) : text.GetString()!;
    }

    /// <summary>A member of a JSON object that nobody has looked through before.</summary>
    public static bool TryGetMember(JsonElement container, string name, out JsonElement value)
    {
        try
        {
            return container.TryGetProperty(name, out value);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // Some name here, or the one that is sought, has a lone surrogate.
            bool exists = false;
            value = default;
            foreach (JsonProperty member in container.EnumerateObject())
            {
                if (NameOf(member) == name)
                {
                    exists = true;
                    value = member.Value;
                }
            }

            return exists;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8PropertyName(member);
        return raw.Contains((byte)'\\') ? Unescape([(byte)'"', .. raw, (byte)'"']) : member.Name;
    }

    private static object? ReadValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => TextOf(element),
        JsonValueKind.Null => null,
        JsonValueKind.Array when element.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String) =>
            element.EnumerateArray().Select(TextOf).ToArray(),
        _ => AttributeConverter.Convert(element),
    };

    private static string Unescape(ReadOnlySpan<byte> raw) => JsonReader.Read(Encoding.UTF8.GetString(raw)).Root!.Text;
}
