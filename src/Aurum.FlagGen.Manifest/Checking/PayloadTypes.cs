using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The records that a payload schema gives: one for itself, and one for each object inside.</summary>
internal static class PayloadTypes
{
    public static IEnumerable<string> NamesOf(JsonNode schema, string name)
    {
        yield return name;
        foreach (JsonMember property in schema["properties"]?.Members ?? [])
        {
            JsonNode type = property.Value["items"] is { Kind: JsonKind.Object } items ? items : property.Value;
            if (type["properties"] is not { Kind: JsonKind.Object })
            {
                continue;
            }

            foreach (string nested in NamesOf(type, name + AccessorName.FromKeyPart(property.Name)))
            {
                yield return nested;
            }
        }
    }
}
