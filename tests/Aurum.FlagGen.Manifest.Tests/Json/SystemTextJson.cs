using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Manifest.Tests.Json;

/// <summary>System.Text.Json as the judge of what is JSON, and what it says.</summary>
internal static class SystemTextJson
{
    public static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Whether System.Text.Json takes the text; null where it does not because of a comment between a name and its colon, which is as good a place as any.</summary>
    public static bool? Accepts(string text)
    {
        string utf16 = Translate(text);
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf16, Options);
            Touch(document.RootElement);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return exception.Message.StartsWith("'/' is invalid after a property name", StringComparison.Ordinal) ? null : false;
        }
    }

    /// <summary>Whether it can read the very text, and not only one that is sound in the same places.</summary>
    public static bool CanBeGiven(string text) => Translate(text) == text;

    // It reads UTF-8, where a lone surrogate has no form: a control character is refused in the same places. And it refuses U+2028 in
    // comments, where it means nothing; elsewhere another character serves as well.
    private static string Translate(string text) => ReplaceLoneSurrogates(text, '\u0001').Replace('\u2028', '#');

    private static string ReplaceLoneSurrogates(string text, char replacement)
    {
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            if (i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(characters[i]))
            {
                characters[i] = replacement;
            }
        }

        return new string(characters);
    }

    /// <summary>Reads every string, which is when System.Text.Json looks at the surrogates in them.</summary>
    private static void Touch(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Touch(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Touch(property.Value);
                }

                break;
        }
    }

    /// <summary>What it read, as our own writer writes it.</summary>
    public static string Minify(JsonElement element)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            element.WriteTo(writer);
        }

        // The relaxed encoder still escapes what lies beyond the basic plane.
        return JsonText.Minify(JsonReader.Read(Encoding.UTF8.GetString(stream.ToArray())).Root!);
    }
}
