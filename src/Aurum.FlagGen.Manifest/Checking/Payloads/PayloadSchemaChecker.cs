using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Naming;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Whether a payload schema is of the part of JSON Schema from which a record can be generated.</summary>
internal sealed class PayloadSchemaChecker(CheckContext check)
{
    private const string Known = "the known words are type, properties, required, items, enum, description, additionalProperties and, on a property, accessor";

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "type", "properties", "required", "items", "enum", "description", "additionalProperties", PayloadTypes.Accessor,
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

        CheckNode(schema, type, PayloadPart.Root);
        return check.ErrorCount == before;
    }

    private static TextRange Opening(JsonNode node) => new(node.Range.Start, Math.Min(node.Range.Length, 1));

    private void CheckNode(JsonNode schema, PayloadSchemaType type, PayloadPart part)
    {
        foreach (JsonMember member in schema.Members)
        {
            if (!Words.Contains(member.Name) || (member.Name == PayloadTypes.Accessor && part != PayloadPart.Property))
            {
                Refuse(member.NameRange, $"uses {Phrases.Quote(member.Name)}, which is not supported", Known);
            }
        }

        CheckKind(schema, "description", static node => node.Kind == JsonKind.String, "write a text");
        CheckKind(schema, "additionalProperties", static node => node.IsBoolean || node.Kind == JsonKind.Object, "write true, false or a schema");
        if (type.Name is null)
        {
            Refuse(
                schema["type"]?.Range ?? Opening(schema), "has a part without a supported 'type'",
                "write string, integer, number, boolean, array or object, or one of these with null in a list");

            // What the part is made of shows what was meant, and may have faults of its own.
            type = schema["properties"] is { Kind: JsonKind.Object } ? new(PayloadSchemaType.Object, IsNullable: false)
                : schema["items"] is { Kind: JsonKind.Object } ? new(PayloadSchemaType.Array, IsNullable: false)
                : type;
            if (type.Name is null)
            {
                return;
            }
        }
        else if (part == PayloadPart.Item && (type.IsNullable || type.Name == PayloadSchemaType.Array))
        {
            Refuse(schema["type"]?.Range ?? Opening(schema), "has a list of something else than texts, numbers, booleans or objects", "use one of these as the type of its 'items'");
            if (type.Name == PayloadSchemaType.Array && schema["items"] is null)
            {
                return;
            }
        }

        CheckEnum(schema, type);
        CheckItems(schema, type);
        CheckProperties(schema, type);
    }

    private void CheckKind(JsonNode schema, string word, Func<JsonNode, bool> isRight, string fix)
    {
        if (schema[word] is { } node && !isRight(node))
        {
            Refuse(node.Range, $"gives '{word}' {Phrases.Describe(node)}", fix);
        }
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
            CheckNode(items, PayloadSchemaType.Read(items), PayloadPart.Item);
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

            // The required: true of a property, as older versions of JSON Schema had it, would say nothing.
            if (schema["required"] is { } misplaced)
            {
                Refuse(misplaced.Range, $"has 'required' on the type {type.Name}", "list the names of required properties in the 'required' of the object that has them");
            }

            return;
        }

        if (properties is not { Kind: JsonKind.Object })
        {
            Refuse(properties?.Range ?? Opening(schema), "has an object without 'properties'", "name its properties, each with its type");
            return;
        }

        Dictionary<string, string> taken = new(StringComparer.Ordinal);
        List<RefusedProperty> refused = [];
        foreach (JsonMember property in properties.Members)
        {
            CheckPropertyName(property, taken, refused);
        }

        SuggestAccessors(refused, taken);
        foreach (JsonMember property in properties.Members)
        {
            if (property.Value.Kind != JsonKind.Object)
            {
                Refuse(property.Value.Range, $"gives the property {Phrases.Quote(property.Name)} {Phrases.Describe(property.Value)}", "write a schema such as { \"type\": \"string\" }");
                continue;
            }

            CheckNode(property.Value, PayloadSchemaType.Read(property.Value), PayloadPart.Property);
        }

        CheckRequired(schema["required"], new HashSet<string>(properties.Members.Select(static member => member.Name), StringComparer.Ordinal));
    }

    private void CheckPropertyName(JsonMember property, Dictionary<string, string> taken, List<RefusedProperty> refused)
    {
        if (property.Name.Length > ManifestLimits.KeyLength)
        {
            Refuse(property.NameRange, FormattableString.Invariant($"has a property with a name of {property.Name.Length} characters"), FormattableString.Invariant($"shorten it to at most {ManifestLimits.KeyLength}"));
            return;
        }

        JsonNode? accessor = property.Value[PayloadTypes.Accessor];
        if (accessor is { Kind: not JsonKind.String })
        {
            Refuse(accessor.Range, $"gives 'accessor' {Phrases.Describe(accessor)}", "write a name such as Title");
            return;
        }

        string name = PayloadTypes.PropertyOf(property);
        TextRange range = accessor?.Range ?? property.NameRange;
        string what = accessor is null ? $"has the property {Phrases.Quote(property.Name)}, which" : $"gives the property {Phrases.Quote(property.Name)} the accessor {Phrases.Quote(name)}, which";
        if (!AccessorName.IsIdentifier(name) || name.Length > ManifestLimits.KeyLength)
        {
            refused.Add(new(range, what + (AccessorName.IsKeyword(name) ? " is a word of the language" : " gives no name in C#"), AccessorName.Propose(name, "Value")));
        }
        else if (GeneratedNames.ObjectMembers.Contains(name) || GeneratedNames.RecordMembers.Contains(name))
        {
            refused.Add(new(range, $"{what} would be '{name}', a member that every payload has", name + "Value"));
        }
        else if (!taken.TryGetValue(name, out string? other))
        {
            taken.Add(name, property.Name);
        }
        else if (other != property.Name)
        {
            refused.Add(new(range, $"has the properties {Phrases.Quote(other)} and {Phrases.Quote(property.Name)}, which would both be generated as '{name}'", name));
        }
    }

    /// <summary>Tells what was refused, when all names are known: each gets a proposal that nothing else has.</summary>
    private void SuggestAccessors(List<RefusedProperty> refused, Dictionary<string, string> taken)
    {
        FreeNames free = new();
        foreach (RefusedProperty property in refused)
        {
            string name = free.Find("", property.Wanted, candidate => !taken.ContainsKey(candidate));
            Refuse(property.Range, property.What, $"add \"accessor\": \"{Phrases.Shorten(name)}\" to its schema");
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

    /// <summary>A property that cannot be called as it is, why, and what it might be called.</summary>
    private readonly record struct RefusedProperty(TextRange Range, string What, string Wanted);

    private enum PayloadPart
    {
        Root,
        Property,
        Item,
    }
}
