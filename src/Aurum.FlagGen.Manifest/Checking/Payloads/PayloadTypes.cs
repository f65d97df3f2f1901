using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The records that a payload schema gives: one for itself, and one for each object inside.</summary>
internal static class PayloadTypes
{
    /// <summary>What names a property's member in C# in place of the property's own name.</summary>
    public const string Accessor = "accessor";

    /// <summary>The property's name in C#, which need not be one that C# takes.</summary>
    public static string PropertyOf(JsonMember property) =>
        property.Value[Accessor] is { Kind: JsonKind.String } accessor ? accessor.Text : AccessorName.FromKeyPart(property.Name);

    /// <summary>Each record's name, with the schema from which it is made.</summary>
    public static IEnumerable<(string Name, JsonNode Schema)> RecordsOf(JsonNode schema, string name)
    {
        yield return (name, schema);
        foreach (JsonMember property in schema["properties"]?.Members ?? [])
        {
            JsonNode type = property.Value["items"] is { Kind: JsonKind.Object } items ? items : property.Value;
            if (type["properties"] is not { Kind: JsonKind.Object })
            {
                continue;
            }

            foreach ((string Name, JsonNode Schema) nested in RecordsOf(type, name + PropertyOf(property)))
            {
                yield return nested;
            }
        }
    }
}
