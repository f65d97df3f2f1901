using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Whether an object flag's value is what its payload schema says. Members that the schema does not name are passed over, as the generated reader does.</summary>
internal sealed class PayloadValueChecker(CheckContext check)
{
    /// <summary>The words of an enum as a set, made once: a list of thousands may be compared with another.</summary>
    private readonly Dictionary<JsonNode, HashSet<string>> _words = [];

    /// <param name="schema">A schema without faults.</param>
    /// <param name="value">The value at the same place.</param>
    public void Check(JsonNode schema, JsonNode value) => Check(schema, value, "the value");

    private static bool Fits(string type, JsonNode value) => type switch
    {
        PayloadSchemaType.String => value.Kind == JsonKind.String,
        PayloadSchemaType.Integer => value.Kind == JsonKind.Number && NumberText.TryParseInt32(value.Text, out _),
        PayloadSchemaType.Number => value.Kind == JsonKind.Number && NumberText.TryParse(value.Text, out _),
        PayloadSchemaType.Boolean => value.IsBoolean,
        PayloadSchemaType.Array => value.Kind == JsonKind.Array,
        _ => value.Kind == JsonKind.Object,
    };

    private void Check(JsonNode schema, JsonNode value, string name)
    {
        PayloadSchemaType type = PayloadSchemaType.Read(schema);
        if (type.IsNullable && value.Kind == JsonKind.Null)
        {
            return;
        }

        if (!Fits(type.Name!, value))
        {
            check.Report(ManifestRules.Value, value.Range, name, Phrases.Describe(value), $"its payload schema says {type.Name}");
            return;
        }

        if (schema["enum"] is { } words && !WordsOf(words).Contains(value.Text))
        {
            check.Report(
                ManifestRules.Value, value.Range, name, Phrases.Describe(value),
                "its payload schema does not list that; " + check.Suggest(value.Text, words.Items.Select(static word => word.Text), "write one of the words in its payload schema"));
        }

        foreach (JsonNode item in value.Items)
        {
            Check(schema["items"]!, item, name);
        }

        if (type.Name == PayloadSchemaType.Object)
        {
            CheckProperties(schema, value);
        }
    }

    private HashSet<string> WordsOf(JsonNode list)
    {
        if (!_words.TryGetValue(list, out HashSet<string>? words))
        {
            words = new HashSet<string>(list.Items.Select(static word => word.Text), StringComparer.Ordinal);
            _words.Add(list, words);
        }

        return words;
    }

    private void CheckProperties(JsonNode schema, JsonNode value)
    {
        Dictionary<string, JsonNode> members = new(StringComparer.Ordinal);
        foreach (JsonMember member in value.Members)
        {
            // Of two of one name the first is read.
            if (!members.ContainsKey(member.Name))
            {
                members.Add(member.Name, member.Value);
            }
        }

        foreach (JsonMember property in schema["properties"]!.Members)
        {
            if (members.TryGetValue(property.Name, out JsonNode? member))
            {
                Check(property.Value, member, Phrases.Shorten(property.Name));
            }
        }

        foreach (JsonNode required in schema["required"]?.Items ?? [])
        {
            if (!members.ContainsKey(required.Text))
            {
                check.Report(
                    ManifestRules.MissingMember, new TextRange(value.Range.Start, 1), Phrases.Shorten(required.Text), "its payload schema requires it, so add it");
            }
        }
    }
}
