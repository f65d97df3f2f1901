using System.Text;
using System.Text.Json;
using Aurum.FlagGen.Manifest.Json;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Json;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain é 😀 /", "\"plain é 😀 /\"")]
    [InlineData("\"\\\b\f\n\r\t\0\u001F\u007F", "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\u007F\"")]
    public void AppendString_Text_EscapesOnlyWhatMustBe(string value, string expected) => Write(value).ShouldBe(expected);

    [Fact]
    public void AppendString_LoneSurrogates_AreEscaped() => Write("a\uD800b\uDC00\uDC00").ShouldBe("\"a\\ud800b\\udc00\\udc00\"");

    [Fact]
    public void AppendString_AnyText_IsReadBackByBoth() =>
        Gen.String.Sample(static value =>
        {
            string json = Write(value);
            if (IsWellFormed(value))
            {
                JsonReader.Read(json).Root!.Text.ShouldBe(value);
                JsonSerializer.Deserialize<string>(json).ShouldBe(value);
            }
            else
            {
                JsonReader.Read(json).Faults.ShouldNotBeEmpty();
            }
        });

    [Fact]
    public void Minify_HandMadeTree_IsWritten()
    {
        JsonNode node = JsonNode.Object(
            [
                new JsonMember("a\"", default, JsonNode.Array([JsonNode.Literal(JsonKind.Null, default), JsonNode.Number("1.0", default)], default)),
                new JsonMember("b", default, JsonNode.Literal(JsonKind.True, default)),
            ],
            default);

        JsonText.Minify(node).ShouldBe("""{"a\"":[null,1.0],"b":true}""");
    }

    private static string Write(string value)
    {
        StringBuilder target = new();
        JsonText.AppendString(target, value);
        return target.ToString();
    }

    private static bool IsWellFormed(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && !(i + 1 < value.Length && char.IsSurrogatePair(value[i], value[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
