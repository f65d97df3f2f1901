using System.Text.Json;
using Aurum.FlagGen.Manifest.Json;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Json;

/// <summary>The reader beside System.Text.Json, which accepts and rejects the same texts but for a few that the tests name.</summary>
public sealed class JsonReaderPropertyTests
{
    [Fact]
    public void Read_SoundDocuments_GivesTheTreeOfSystemTextJson() =>
        Gen.Select(RandomJson.Space, RandomJson.Document, RandomJson.Space).Sample(
            static (before, document, after) =>
            {
                string text = before + document + after;
                using JsonDocument expected = JsonDocument.Parse(text, SystemTextJson.Options);

                JsonReadResult result = JsonReader.Read(text);

                result.Faults.Where(static fault => fault.Kind != JsonFaultKind.DuplicateMember).ShouldBeEmpty(text);
                JsonText.Minify(result.Root!).ShouldBe(SystemTextJson.Minify(expected.RootElement), text);
            },
            iter: 2_000);

    [Fact]
    public void Read_MutatedDocuments_NeverFailsAndAgreesWithSystemTextJson() =>
        Gen.Select(RandomJson.Document, RandomJson.Slip.Array[1, 3]).Sample(
            static (document, mutations) =>
            {
                string text = mutations.Aggregate(document, static (current, mutate) => mutate(current));

                JsonReadResult result = JsonReader.Read(text);

                JsonPlaces.Check(text, result);
                bool isSound = !result.Faults.Any(static fault => fault.Kind != JsonFaultKind.DuplicateMember);
                if (SystemTextJson.Accepts(text) is bool isAccepted)
                {
                    isSound.ShouldBe(isAccepted, text);
                }
            },
            iter: 10_000);

    [Fact]
    public void Read_MutatedDocuments_ReadsWhatItWroteAgain() =>
        Gen.Select(RandomJson.Document, RandomJson.Slip).Sample(
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
        Should.Throw<JsonException>(() => JsonDocument.Parse(text, SystemTextJson.Options));

        JsonReader.Read(text).Faults.ShouldBeEmpty();
    }
}
