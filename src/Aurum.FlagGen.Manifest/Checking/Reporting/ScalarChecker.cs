using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Members that are one word, one percentage, one time, or a plain list of texts. Each method answers null where there is nothing, or nothing sound.</summary>
internal sealed class ScalarChecker(CheckContext check)
{
    /// <summary>100 %, in the thousandths in which percentages are counted.</summary>
    public const int Whole = 100_000;

    public T? Word<T>(string member, JsonNode? node, WordList<T> words)
        where T : struct
    {
        if (node is null)
        {
            return null;
        }

        if (words.TryFind(node.Text, out T meaning))
        {
            return meaning;
        }

        check.Report(
            ManifestRules.UnknownWord, node.Range, member, Phrases.Quote(node.Text),
            check.Suggest(node.Text, words.Words, "write one of " + string.Join(", ", words.Words)));
        return null;
    }

    /// <returns>The percentage in thousandths.</returns>
    public int? Percentage(string member, JsonNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (NumberText.TryParseThousandths(node.Text, out int thousandths) && thousandths is >= 0 and <= Whole)
        {
            return thousandths;
        }

        check.Report(ManifestRules.Percentage, node.Range, member, Phrases.Describe(node));
        return null;
    }

    /// <returns>UTC ticks.</returns>
    public long? Time(string member, JsonNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (Timestamps.TryParseDefinition(node.Text, out long utcTicks))
        {
            return utcTicks;
        }

        check.Report(ManifestRules.Time, node.Range, member, Phrases.Describe(node), "write a time such as 2027-03-31T18:00:00Z, or a date");
        return null;
    }

    /// <summary>A window from one time (included) to another (excluded).</summary>
    public void Window(string fromMember, JsonNode? from, string untilMember, JsonNode? until)
    {
        long? start = Time(fromMember, from);
        long? end = Time(untilMember, until);
        if (end <= start)
        {
            check.Report(
                ManifestRules.Time, until!.Range, untilMember, Phrases.Describe(until),
                $"that is not after '{fromMember}', {Phrases.Quote(from!.Text)}, so the window is empty");
        }
    }

    /// <returns>The day as it is written.</returns>
    public string? Date(string member, JsonNode? node)
    {
        if (node is null || Timestamps.TryParseDate(node.Text, out _))
        {
            return node?.Text;
        }

        check.Report(ManifestRules.Time, node.Range, member, Phrases.Describe(node), "write a day such as 2027-03-31");
        return null;
    }

    /// <summary>A list of texts; other elements are reported and left out.</summary>
    public IReadOnlyList<JsonNode> Texts(string member, JsonNode? node)
    {
        if (node is null || !IsWithinLimit(member, node))
        {
            return [];
        }

        List<JsonNode>? sound = null;
        for (int i = 0; i < node.Items.Count; i++)
        {
            JsonNode item = node.Items[i];
            if (item.Kind == JsonKind.String)
            {
                sound?.Add(item);
                continue;
            }

            sound ??= [.. node.Items.Take(i)];
            check.Report(ManifestRules.WrongKind, item.Range, member, Phrases.Describe(item) + " in its list", "a text");
        }

        return sound ?? node.Items;
    }

    /// <summary>A list of texts in which none may stand twice.</summary>
    public IReadOnlyList<JsonNode> Names(string member, JsonNode? node)
    {
        IReadOnlyList<JsonNode> texts = Texts(member, node);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<JsonNode> names = [];
        foreach (JsonNode text in texts)
        {
            if (seen.Add(text.Text))
            {
                names.Add(text);
            }
            else
            {
                check.Report(ManifestRules.Duplicate, text.Range, $"{Phrases.Quote(text.Text)} in '{member}'");
            }
        }

        return names;
    }

    public bool IsWithinLimit(string member, JsonNode list)
    {
        // The name is quoted only where it is told: nearly every list is within the limit.
        int count = list.Items.Count;
        return count <= ManifestLimits.ListElements || Exceeds($"'{member}'", list, count, ManifestLimits.ListElements, "elements");
    }

    /// <summary>Reports a count above its limit, once, at the opening bracket.</summary>
    public bool IsWithinLimit(string what, JsonNode node, int count, int limit, string things) => count <= limit || Exceeds(what, node, count, limit, things);

    /// <returns>False, because it is not within the limit.</returns>
    private bool Exceeds(string what, JsonNode node, int count, int limit, string things)
    {
        check.Report(ManifestRules.Limit, new TextRange(node.Range.Start, 1), FormattableString.Invariant($"{what} has {count} {things}, and at most {limit} are allowed"));
        return false;
    }
}
