using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Parts of sentences that many faults share.</summary>
internal static class Phrases
{
    private const int LongestQuote = 60;
    private const int LongestList = 12;

    private static readonly JsonKinds[] SingleKinds =
        [JsonKinds.Null, JsonKinds.Boolean, JsonKinds.Number, JsonKinds.String, JsonKinds.Array, JsonKinds.Object];

    /// <summary>A text in quotes; a long one is cut, so that a message stays readable whatever somebody sent.</summary>
    public static string Quote(string text) => "'" + Shorten(text) + "'";

    /// <summary>A value as it reads in a sentence: <c>the number 5</c>, <c>the text 'abc'</c>, <c>a list</c>.</summary>
    public static string Describe(JsonNode node) => node.Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.False => "false",
        JsonKind.True => "true",
        JsonKind.Number => "the number " + Shorten(node.Text),
        JsonKind.String => "the text " + Quote(node.Text),
        JsonKind.Array => "a list",
        _ => "an object",
    };

    public static string Describe(JsonKinds kinds) => kinds switch
    {
        JsonKinds.Boolean => "true or false",
        JsonKinds.Number => "a number",
        JsonKinds.String => "a text",
        JsonKinds.Array => "a list",
        JsonKinds.Object => "an object",
        JsonKinds.Null => "null",
        _ => Or([.. SingleKinds.Where(kind => (kinds & kind) != 0).Select(Describe)]),
    };

    /// <summary>What to write in place of an unknown name: the nearest that there is, else all of them where they are few, else <paramref name="otherwise"/>.</summary>
    public static string Suggest(string name, IEnumerable<string> known, string otherwise, SearchBudget? budget = null)
    {
        List<string> candidates = [.. known];
        return NearestName.Find(name, candidates, budget) is { } nearest
            ? "did you mean " + Quote(nearest) + "?"
            : candidates.Count is > 0 and <= LongestList ? "write one of " + string.Join(", ", candidates.Select(Shorten)) : otherwise;
    }

    /// <summary>What may be chosen: <c>a, b or c</c>.</summary>
    public static string Or(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : string.Join(", ", words.Take(words.Count - 1)) + " or " + words[words.Count - 1];

    /// <summary>What is all missing: <c>neither a, b nor c</c>.</summary>
    public static string Neither(IReadOnlyList<string> words) => "neither " + string.Join(", ", words.Take(words.Count - 1)) + " nor " + words[words.Count - 1];

    public static string Shorten(string text)
    {
        if (text.Length <= LongestQuote)
        {
            return text;
        }

        // Half a surrogate pair is no text.
        int end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return $"{text.Substring(0, end)}…";
    }
}
