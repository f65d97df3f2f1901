using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Naming;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Whether a payload schema is of the part of JSON Schema from which a record can be generated.</summary>
internal sealed class PayloadSchemaChecker(CheckContext check)
{
    private const string Known = "the known words are type, properties, required, items, enum, description and additionalProperties";

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "type", "properties", "required", "items", "enum", "description", "additionalProperties",
    };

    /// <returns>Whether the schema has no fault.</returns>
    public bool Check(JsonNode schema)
    {
        int before = check.ErrorCount;
        PayloadSchemaType type = PayloadSchemaType.Read(schema);
        if (type.Name != PayloadSchemaType.Object || type.IsNullable)
        {
            Refuse(schema["type"]?.Range ?? Opening(schema), "describes no object", "set its 'type' to \"object\"");
        }

        CheckNode(schema, type, isItem: false);
        return check.ErrorCount == before;
    }

    private static TextRange Opening(JsonNode node) => new(node.Range.Start, Math.Min(node.Range.Length, 1));

    private void CheckNode(JsonNode schema, PayloadSchemaType type, bool isItem)
    {
        foreach (JsonMember member in schema.Members)
        {
            if (!Words.Contains(member.Name))
            {
                Refuse(member.NameRange, $"uses {Phrases.Quote(member.Name)}, which is not supported", Known);
            }
        }

        if (type.Name is null)
        {
            Refuse(
                schema["type"]?.Range ?? Opening(schema), "has a part without a supported 'type'",
                "write string, integer, number, boolean, array or object, or one of these with null in a list");
            return;
        }

        if (isItem && (type.IsNullable || type.Name == PayloadSchemaType.Array))
        {
            Refuse(schema["type"]?.Range ?? Opening(schema), "has a list of something else than texts, numbers, booleans or objects", "use one of these as the type of its 'items'");
            return;
        }

        CheckEnum(schema, type);
        CheckItems(schema, type);
        CheckProperties(schema, type);
    }

    private void CheckEnum(JsonNode schema, PayloadSchemaType type)
    {
        if (schema["enum"] is not { } list)
        {
            return;
        }

        bool isListOfTexts = list.Kind == JsonKind.Array && list.Items.Count > 0 && list.Items.All(static item => item.Kind == JsonKind.String);
        if (type.Name != PayloadSchemaType.String || !isListOfTexts)
        {
            Refuse(list.Range, "has an 'enum' that is no list of texts on a string", "list texts, and set its 'type' to \"string\"");
        }
    }

    private void CheckItems(JsonNode schema, PayloadSchemaType type)
    {
        JsonNode? items = schema["items"];
        if (type.Name != PayloadSchemaType.Array)
        {
            if (items is not null)
            {
                Refuse(items.Range, $"has 'items' on the type {type.Name}", "only an array has 'items'");
            }
        }
        else if (items is not { Kind: JsonKind.Object })
        {
            Refuse(items?.Range ?? Opening(schema), "has an array without 'items'", "say what its elements are, such as { \"type\": \"string\" }");
        }
        else
        {
            CheckNode(items, PayloadSchemaType.Read(items), isItem: true);
        }
    }

    private void CheckProperties(JsonNode schema, PayloadSchemaType type)
    {
        JsonNode? properties = schema["properties"];
        if (type.Name != PayloadSchemaType.Object)
        {
            if (properties is not null)
            {
                Refuse(properties.Range, $"has 'properties' on the type {type.Name}", "only an object has 'properties'");
            }

            return;
        }

        if (properties is not { Kind: JsonKind.Object })
        {
            Refuse(properties?.Range ?? Opening(schema), "has an object without 'properties'", "name its properties, each with its type");
            return;
        }

        Dictionary<string, string> taken = new(StringComparer.Ordinal);
        foreach (JsonMember property in properties.Members)
        {
            CheckPropertyName(property, taken);
            if (property.Value.Kind != JsonKind.Object)
            {
                Refuse(property.Value.Range, $"gives the property {Phrases.Quote(property.Name)} {Phrases.Describe(property.Value)}", "write a schema such as { \"type\": \"string\" }");
                continue;
            }

            CheckNode(property.Value, PayloadSchemaType.Read(property.Value), isItem: false);
        }

        CheckRequired(schema["required"], new HashSet<string>(properties.Members.Select(static member => member.Name), StringComparer.Ordinal));
    }

    private void CheckPropertyName(JsonMember property, Dictionary<string, string> taken)
    {
        string name = AccessorName.FromKeyPart(property.Name);
        if (!AccessorName.IsIdentifier(name) || GeneratedNames.ObjectMembers.Contains(name) || GeneratedNames.RecordMembers.Contains(name))
        {
            Refuse(property.NameRange, $"has the property {Phrases.Quote(property.Name)}, which cannot be a property in C#", "rename it");
        }
        else if (taken.TryGetValue(name, out string? other))
        {
            if (other != property.Name)
            {
                Refuse(property.NameRange, $"has the properties {Phrases.Quote(other)} and {Phrases.Quote(property.Name)}, which would both be generated as '{name}'", "rename one of the two");
            }
        }
        else
        {
            taken.Add(name, property.Name);
        }
    }

    private void CheckRequired(JsonNode? required, HashSet<string> properties)
    {
        if (required is null)
        {
            return;
        }

        if (required.Kind != JsonKind.Array)
        {
            Refuse(required.Range, $"gives 'required' {Phrases.Describe(required)}", "write a list of names of properties");
            return;
        }

        foreach (JsonNode name in required.Items)
        {
            if (name.Kind != JsonKind.String || !properties.Contains(name.Text))
            {
                Refuse(
                    name.Range, $"requires {Phrases.Describe(name)}, which is none of its properties",
                    check.Suggest(name.Text, properties, "add it to 'properties'"));
            }
        }
    }

    private void Refuse(TextRange range, string what, string fix) => check.Report(ManifestRules.PayloadSchema, range, what, fix);
}
