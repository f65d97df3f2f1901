using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aurum.FlagGen.Manifest.Json;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Json;

/// <summary>The reader beside System.Text.Json, which accepts and rejects the same texts but for a few that the tests name.</summary>
public sealed class JsonReaderPropertyTests
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private static readonly Gen<string> Space = Gen.Frequency(
        (8, Gen.Const("")),
        (4, Gen.OneOf(" ", "\n", "\r\n", "\t", "  \n ")),
        (1, Gen.OneOf("/* c */", "// c\n", "/**/", "/* \" { */", "//\r")));

    private static readonly Gen<string> Text = Gen.OneOf("", "a", "b", "key", "ключ", "😀", "a b", "\\n", "\\u0041", "\\ud83d\\ude00", "\\\"", "\\\\", "\\/", "x,y", "{", "]", "//", "/*").Array[0, 3].Select(static parts => "\"" + string.Concat(parts) + "\"");

    private static readonly Gen<string> Scalar = Gen.Frequency(
        (2, Gen.OneOf("true", "false", "null", "0", "-0", "1e5", "1E+5", "-1.5e-3", "12345678901234567890.123456789")),
        (1, Gen.Double.Select(static value => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "0")),
        (2, Text));

    private static readonly Gen<string> Document = Gen.Recursive<string>(static (depth, inner) => depth >= 5 ? Scalar : Gen.Frequency((2, Scalar), (2, ArrayOf(inner)), (3, ObjectOf(inner))));

    [Fact]
    public void Read_SoundDocuments_GivesTheTreeOfSystemTextJson() =>
        Gen.Select(Space, Document, Space).Sample(
            static (before, document, after) =>
            {
                string text = before + document + after;
                using JsonDocument expected = JsonDocument.Parse(text, Options);

                JsonReadResult result = JsonReader.Read(text);

                result.Faults.Where(static fault => fault.Kind != JsonFaultKind.DuplicateMember).ShouldBeEmpty(text);
                JsonText.Minify(result.Root!).ShouldBe(Minify(expected.RootElement), text);
            },
            iter: 2_000);

    [Fact]
    public void Read_MutatedDocuments_NeverFailsAndAgreesWithSystemTextJson() =>
        Gen.Select(Document, Mutation().Array[1, 3]).Sample(
            static (document, mutations) =>
            {
                string text = mutations.Aggregate(document, static (current, mutate) => mutate(current));

                JsonReadResult result = JsonReader.Read(text);

                CheckPlaces(text, result);
                bool isSound = !result.Faults.Any(static fault => fault.Kind != JsonFaultKind.DuplicateMember);
                if (IsAccepted(text) is bool isAccepted)
                {
                    isSound.ShouldBe(isAccepted, text);
                }
            },
            iter: 10_000);

    [Fact]
    public void Read_MutatedDocuments_ReadsWhatItWroteAgain() =>
        Gen.Select(Document, Mutation()).Sample(
            static (document, mutate) =>
            {
                JsonNode? root = JsonReader.Read(mutate(document)).Root;
                if (root is not null)
                {
                    string minified = JsonText.Minify(root);
                    using JsonDocument parsed = JsonDocument.Parse(minified, new JsonDocumentOptions { MaxDepth = 64 });
                    JsonText.Minify(JsonReader.Read(minified).Root!).ShouldBe(minified);
                }
            },
            iter: 3_000);

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\udc00\":1}")]
    public void Read_LoneSurrogateEscape_IsRefusedThoughSystemTextJsonReadsIt(string text)
    {
        JsonDocument.Parse(text).Dispose();

        JsonReader.Read(text).Faults.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("\uFEFF{}")]
    [InlineData("{} // \u2028")]
    [InlineData("{\"a\"/**/:1}")]
    public void Read_MarkSeparatorOrCommentBeforeColon_IsTakenThoughSystemTextJsonRefusesThem(string text)
    {
        Should.Throw<JsonException>(() => JsonDocument.Parse(text, Options));

        JsonReader.Read(text).Faults.ShouldBeEmpty();
    }

    private static Gen<string> ArrayOf(Gen<string> inner) => Gen.Select(Gen.Select(Space, inner, Space).Array[0, 4], Gen.Bool, Space).Select(
        static (items, hasTrailingComma, space) => "[" + Join([.. items.Select(static item => item.Item1 + item.Item2 + item.Item3)], hasTrailingComma) + space + "]");

    private static Gen<string> ObjectOf(Gen<string> inner) => Gen.Select(Gen.Select(Space, Text, Gen.OneOf("", " ", "\n"), inner, Space).Array[0, 4], Gen.Bool, Space).Select(
        static (members, hasTrailingComma, space) => "{" + Join([.. members.Select(static member => member.Item1 + member.Item2 + member.Item3 + ":" + member.Item1 + member.Item4 + member.Item5)], hasTrailingComma) + space + "}");

    private static string Join(string[] parts, bool hasTrailingComma) => string.Join(",", parts) + (hasTrailingComma && parts.Length > 0 ? "," : "");

    private static Gen<Func<string, string>> Mutation() =>
        Gen.Select(Gen.Double.Unit, Gen.Double.Unit, Gen.Int[0, 3], Gen.OneOf("\"", "'", "{", "}", "[", "]", ",", ":", "/", "*", "\\", "\n", "\r", "\t", " ", "a", "0", "-", "+", ".", "e", "\u00A0", "\uD800", "\uDC00", "\u2028", "\0", "\u0001", "=", "true", "NaN", "//", "/*"))
            .Select(static (first, second, kind, piece) => new Func<string, string>(text => Mutate(text, (int)(first * text.Length), (int)(second * text.Length), kind, piece)));

    private static string Mutate(string text, int first, int second, int kind, string piece)
    {
        if (text.Length == 0 || kind == 0)
        {
            return text.Insert(first, piece);
        }

        if (kind == 1)
        {
            return text.Remove(first, Math.Min(text.Length - first, 1 + (second % 3)));
        }

        if (kind == 2)
        {
            return text.Remove(first, 1).Insert(first, piece);
        }

        char[] characters = text.ToCharArray();
        (characters[first], characters[second]) = (characters[second], characters[first]);
        return new string(characters);
    }

    /// <summary>Whether System.Text.Json takes the text; null where it does not because of a comment between a name and its colon, which is as good a place as any.</summary>
    private static bool? IsAccepted(string text)
    {
        // System.Text.Json reads UTF-8, where a lone surrogate has no form: a control character is refused in the same places. And it refuses U+2028 in
        // comments, where it means nothing; elsewhere another character serves as well.
        string utf16 = ReplaceLoneSurrogates(text, '\u0001').Replace('\u2028', '#');
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

    private static string Minify(JsonElement element)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            element.WriteTo(writer);
        }

        // The relaxed encoder still escapes what lies beyond the basic plane.
        return JsonText.Minify(JsonReader.Read(Encoding.UTF8.GetString(stream.ToArray())).Root!);
    }

    private static void CheckPlaces(string text, JsonReadResult result)
    {
        int last = 0;
        foreach (JsonFault fault in result.Faults)
        {
            fault.Range.Start.ShouldBeInRange(last, text.Length);
            fault.Range.Length.ShouldBeGreaterThanOrEqualTo(0);
            fault.Range.End.ShouldBeLessThanOrEqualTo(text.Length);
            fault.Message.ShouldEndWith(".");
            last = fault.Range.Start;
        }

        if (result.Root is not null)
        {
            CheckPlaces(result.Root, 0, text.Length);
        }
    }

    private static void CheckPlaces(JsonNode node, int start, int end)
    {
        node.Range.Start.ShouldBeGreaterThanOrEqualTo(start);
        node.Range.End.ShouldBeLessThanOrEqualTo(end);
        node.Range.Length.ShouldBeGreaterThan(0);
        int position = node.Range.Start + 1;
        foreach (JsonNode item in node.Items)
        {
            CheckPlaces(item, position, node.Range.End);
            position = item.Range.End;
        }

        foreach (JsonMember member in node.Members)
        {
            member.NameRange.Start.ShouldBeGreaterThanOrEqualTo(position);
            CheckPlaces(member.Value, member.NameRange.End, node.Range.End);
            position = member.Value.Range.End;
        }
    }
}
