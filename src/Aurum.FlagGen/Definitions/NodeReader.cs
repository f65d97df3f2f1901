using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads single JSON values into what a definition is made of, and remembers the first that is not what it should be. A missing node and JSON's null are the same: nothing is given.</summary>
/// <remarks>Nothing is thrown and no path is built while all is well; where a fault stands is found again in the tree when somebody asks.</remarks>
internal sealed class NodeReader
{
    private string _advice = "";

    /// <summary>The first value at fault, or null.</summary>
    public JsonNode? FaultyNode { get; private set; }

    public bool HasFault => FaultyNode is not null;

    /// <summary>Remembers a fault, if it is the first.</summary>
    /// <param name="node">The value at fault.</param>
    /// <param name="advice">What to do about it, as the end of a sentence: <c>write a number</c>.</param>
    public void Report(JsonNode node, string advice)
    {
        if (FaultyNode is null)
        {
            FaultyNode = node;
            _advice = advice;
        }
    }

    public void ReportMissing(JsonNode parent, string name) => Report(parent, $"add the member \"{name}\"");

    /// <summary>The first fault as a sentence that names its place below a node.</summary>
    /// <param name="root">The node that was read.</param>
    /// <param name="subject">What the node is: <c>The flag 'checkout'</c>.</param>
    public string Describe(JsonNode root, string subject)
    {
        if (FaultyNode is null)
        {
            return $"{subject} has no fault.";
        }

        string place = NodePointer.Find(root, FaultyNode) is { Length: > 0 } pointer ? $" at '{pointer}'" : "";
        return $"{subject} cannot be read{place}: there is {Phrases.Describe(FaultyNode)}; {_advice}.";
    }

    public string? Text(JsonNode? node)
    {
        if (IsAbsent(node))
        {
            return null;
        }

        if (node.Kind != JsonKind.String)
        {
            Report(node, "write a text");
        }

        return node.Text;
    }

    public string RequiredText(JsonNode parent, string name)
    {
        string? text = Text(parent[name]);
        if (text is null)
        {
            ReportMissing(parent, name);
        }

        return text ?? "";
    }

    public bool Boolean(JsonNode? node)
    {
        if (!IsAbsent(node) && !node.IsBoolean)
        {
            Report(node, "write true or false");
        }

        return node?.Kind == JsonKind.True;
    }

    public double Number(JsonNode? node, double absent = 0)
    {
        if (IsAbsent(node))
        {
            return absent;
        }

        if (node.Kind == JsonKind.Number
            && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number))
        {
            return number;
        }

        Report(node, "write a number of double precision");
        return absent;
    }

    public double RequiredNumber(JsonNode parent, string name)
    {
        if (IsAbsent(parent[name]))
        {
            ReportMissing(parent, name);
        }

        return Number(parent[name]);
    }

    public double? OptionalNumber(JsonNode? node) => IsAbsent(node) ? null : Number(node);

    public int? Integer(JsonNode? node)
    {
        if (IsAbsent(node))
        {
            return null;
        }

        double number = Number(node);
        if (number != (int)number)
        {
            Report(node, "write a whole number of 32 bits");
        }

        return (int)number;
    }

    public long Version(JsonNode? node)
    {
        if (IsAbsent(node))
        {
            return 0;
        }

        if (node.Kind != JsonKind.Number || !long.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long version))
        {
            Report(node, "write a version as a store gave it, a whole number from 0");
            return 0;
        }

        return version;
    }

    public FlagValue? Value(JsonNode? node) => IsAbsent(node) ? null : ExactValue(node);

    /// <summary>The value of a node that may well be JSON's null.</summary>
    public FlagValue ExactValue(JsonNode node)
    {
        if (!FlagValue.TryFrom(node, out FlagValue? value))
        {
            Report(node, "write numbers of double precision");
        }

        return value ?? FlagValue.Null;
    }

    public DateTimeOffset? Time(JsonNode? node)
    {
        if (IsAbsent(node))
        {
            return null;
        }

        if (node.Kind != JsonKind.String || !Timestamps.TryParseDefinition(node.Text, out long ticks))
        {
            Report(node, "write a time such as \"2027-03-31T12:00:00Z\"");
            return null;
        }

        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    public DateOnly? Day(JsonNode? node)
    {
        if (IsAbsent(node))
        {
            return null;
        }

        if (node.Kind != JsonKind.String || !Timestamps.TryParseDate(node.Text, out long ticks))
        {
            Report(node, "write a day such as \"2027-03-31\"");
            return null;
        }

        return DateOnly.FromDateTime(new DateTime(ticks, DateTimeKind.Utc));
    }

    /// <summary>The meaning of a word, or the first of its enumeration where none is given.</summary>
    public T Word<T>(JsonNode? node, WordList<T> words)
        where T : struct, Enum
    {
        if (IsAbsent(node))
        {
            return default;
        }

        T meaning = default;
        if (node.Kind != JsonKind.String || !words.TryFind(node.Text, out meaning))
        {
            Report(node, "write " + Phrases.Or(words.Words));
        }

        return meaning;
    }

    public IReadOnlyList<string> Texts(JsonNode? node) => List(node, "write a list of texts", static (reader, item) => reader.ListedText(item));

    public IReadOnlyList<T> List<T>(JsonNode? node, string advice, Func<NodeReader, JsonNode, T> read)
    {
        if (IsAbsent(node))
        {
            return [];
        }

        if (node.Kind != JsonKind.Array)
        {
            Report(node, advice);
            return [];
        }

        T[] items = node.Items.Count == 0 ? [] : new T[node.Items.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = read(this, node.Items[i]);
        }

        return items;
    }

    public IReadOnlyList<T> Map<T>(JsonNode? node, string advice, Func<NodeReader, string, JsonNode, T> read)
    {
        if (IsAbsent(node) || !IsObject(node, advice))
        {
            return [];
        }

        T[] items = node.Members.Length == 0 ? [] : new T[node.Members.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = read(this, node.Members[i].Name, node.Members[i].Value);
        }

        return items;
    }

    public IReadOnlyList<VariantWeight> Weights(JsonNode? node) => IsWithinLimit(node, node?.Members.Length ?? 0, ManifestLimits.Variants, "variants")
        ? Map(node, "write an object of variants and their weights", static (reader, name, weight) => new VariantWeight(name, reader.Number(weight)))
        : [];

    /// <summary>
    /// Reports a count above the limit that a build has for it: what follows would cost more than anybody wants to pay.
    /// </summary>
    public bool IsWithinLimit(JsonNode? node, int count, int limit, string things)
    {
        if (node is not null && count > limit)
        {
            Report(node, string.Create(CultureInfo.InvariantCulture, $"it has {count} {things}, and at most {limit} are allowed, so take some out"));
            return false;
        }

        return true;
    }

    /// <summary>Reads an object; null where there is none.</summary>
    /// <param name="node">The object.</param>
    /// <param name="thing">What it is, for a sentence: <c>a rollout plan</c>.</param>
    /// <param name="read">Reads its members.</param>
    public T? Object<T>(JsonNode? node, string thing, Func<NodeReader, JsonNode, T> read)
        where T : class =>
        !IsAbsent(node) && IsObject(node, $"write {thing}, which is an object") ? read(this, node) : null;

    public bool IsObject(JsonNode node, string advice)
    {
        if (node.Kind != JsonKind.Object)
        {
            Report(node, advice);
        }

        return node.Kind == JsonKind.Object;
    }

    /// <summary>Whether nothing is given.</summary>
    public static bool IsAbsent([NotNullWhen(false)] JsonNode? node) => node is null || node.Kind == JsonKind.Null;

    private string ListedText(JsonNode node)
    {
        if (node.Kind != JsonKind.String)
        {
            Report(node, "write a text");
        }

        return node.Text;
    }
}
