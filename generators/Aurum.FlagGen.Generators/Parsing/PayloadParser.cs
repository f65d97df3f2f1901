using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Turns payload schemas into records.</summary>
internal sealed class PayloadParser(NameScope types)
{
    private readonly List<PayloadModel> _payloads = [];

    public IReadOnlyList<PayloadModel> Payloads => _payloads;

    /// <summary>Adds the record of a schema, and those of the objects in it.</summary>
    /// <param name="schema">The schema of an object.</param>
    /// <param name="name">The record's name, if it can be had.</param>
    /// <param name="key">The flag's key.</param>
    /// <returns>The record's name.</returns>
    public string Parse(JsonNode schema, string name, string key)
    {
        string type = types.Claim(name, "Record");
        NameScope properties = new(GeneratedNames.ObjectMembers);
        properties.Reserve(GeneratedNames.RecordMembers);
        properties.Reserve([type]);
        HashSet<string> required = new((schema["required"]?.Items ?? []).Select(static item => item.Text), StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<PayloadMember> members = [];
        foreach (JsonMember member in schema["properties"]?.Members ?? [])
        {
            if (!seen.Add(member.Name))
            {
                continue;
            }

            string wanted = PayloadTypes.PropertyOf(member);
            string property = AccessorName.IsIdentifier(wanted) ? properties.Claim(wanted, "Member") : properties.ClaimMember(member.Name, "Member");
            PayloadType propertyType = ParseType(member.Value, !required.Contains(member.Name), type + wanted, key);
            members.Add(new PayloadMember(member.Name, property, propertyType, ReadDescription(member.Value)));
        }

        _payloads.Add(new PayloadModel(type, key, ReadDescription(schema), new([.. members])));
        return type;
    }

    private static string? ReadDescription(JsonNode schema) => schema["description"] is { Kind: JsonKind.String } text ? text.Text : null;

    private PayloadType ParseType(JsonNode schema, bool canBeMissing, string recordName, string key)
    {
        PayloadSchemaType declared = PayloadSchemaType.Read(schema);
        bool isNullable = canBeMissing || declared.IsNullable;
        return declared.Name switch
        {
            PayloadSchemaType.String => new PayloadType(PayloadKind.String, isNullable),
            PayloadSchemaType.Integer => new PayloadType(PayloadKind.Integer, isNullable),
            PayloadSchemaType.Number => new PayloadType(PayloadKind.Number, isNullable),
            PayloadSchemaType.Boolean => new PayloadType(PayloadKind.Boolean, isNullable),
            PayloadSchemaType.Object when schema["properties"] is not null => new PayloadType(PayloadKind.Record, isNullable, Parse(schema, recordName, key)),
            PayloadSchemaType.Array when schema["items"] is { } items => new PayloadType(
                PayloadKind.List, IsNullable: false, Element: ParseType(items, canBeMissing: false, recordName, key)),
            _ => new PayloadType(PayloadKind.Json, IsNullable: false),
        };
    }
}
