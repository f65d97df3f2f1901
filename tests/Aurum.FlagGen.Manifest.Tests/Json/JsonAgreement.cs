using System.Globalization;
using System.Text.Json;
using Aurum.FlagGen.Manifest.Json;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Json;

/// <summary>Our reader beside System.Text.Json on texts that are known by their number: the same number gives the same text.</summary>
internal static class JsonAgreement
{
    /// <summary>Texts near what a number, a word, a string or a depth may be, where readers differ first.</summary>
    private static readonly Gen<string> Edge = Gen.Frequency(
        (3, Gen.OneOf("0", "-", "+", ".", "e", "E", "1", "9", "00", "1e", "e5").Array[1, 6].Select(string.Concat)),
        (3, Gen.OneOf("\\u", "\\", "d8", "00", "dc", "A", "f", "\"", "\\n", "\\x", "\t", "é", "😀").Array[0, 8].Select(static parts => $"\"{string.Concat(parts)}\"")),
        (1, Gen.OneOf("tru", "true", "True", "nul", "null", "NaN", "Infinity", "undefined", "'a'", "0x1")),
        (1, Gen.Select(Gen.Int[60, 68], Gen.Int[60, 68], static (open, close) => new string('[', open) + new string(']', close))),
        (1, Gen.Select(Gen.Int[60, 68], static depth => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth))));

    private static readonly Gen<string> Texts = Gen.Frequency(
        (2, Gen.Select(RandomJson.Space, RandomJson.Document, RandomJson.Space, static (before, document, after) => before + document + after)),
        (5, Gen.Select(RandomJson.Document, RandomJson.Slip.Array[1, 4], static (document, slips) => slips.Aggregate(document, static (text, slip) => slip(text)))),
        (1, Edge),
        (1, Gen.Select(Edge, RandomJson.Space, static (edge, space) => $"{{ \"a\":{space}{edge}{space}, \"b\": [{edge}] }}")));

    public static string Write(int number) => Texts.Generate(new PCG((uint)number, 0x4A534F4E), null, out _);

    /// <summary>What the readers do not agree on.</summary>
    /// <returns>A sentence, or null where they agree.</returns>
    public static string? FindDisagreement(int number)
    {
        string text = Write(number);
        try
        {
            JsonReadResult result = JsonReader.Read(text);
            JsonPlaces.Check(text, result);
            bool isSound = !result.Faults.Any(static fault => fault.Kind != JsonFaultKind.DuplicateMember);
            string? verdict = SystemTextJson.Accepts(text) is bool isAccepted && isAccepted != isSound
                ? $"System.Text.Json {(isAccepted ? "takes" : "refuses")} it, and the reader {(isSound ? "finds no fault" : $"says: {result.Faults[0].Message}")}"
                : null;
            verdict ??= isSound ? CompareTrees(text, result) : null;
            return verdict is null ? null : Tell(number, text, verdict);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Tell(number, text, exception.Message);
        }
    }

    private static string? CompareTrees(string text, JsonReadResult result)
    {
        // What we take and System.Text.Json does not, for the few reasons that the properties name, it has no tree of.
        if (SystemTextJson.Accepts(text) != true || !SystemTextJson.CanBeGiven(text))
        {
            return null;
        }

        using JsonDocument expected = JsonDocument.Parse(text, SystemTextJson.Options);
        string ours = JsonText.Minify(result.Root!);
        string theirs = SystemTextJson.Minify(expected.RootElement);
        return ours == theirs ? null : $"the reader reads {ours}, and System.Text.Json {theirs}";
    }

    private static string Tell(int number, string text, string verdict) => string.Create(CultureInfo.InvariantCulture, $"text {number}: {JsonSerializer.Serialize(text)}: {verdict}");
}
