using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads segments and layers.</summary>
internal static class SegmentReader
{
    public static UserSegment ReadSegment(string name, JsonNode node, NodeReader reader)
    {
        reader.IsObject(node, "write a segment, which is an object");
        return new UserSegment
        {
            Name = name,
            Description = reader.Text(node["description"]),
            Conditions = ConditionReader.Read(node["conditions"], reader),
            Include = reader.Texts(node["include"]),
            Exclude = reader.Texts(node["exclude"]),
        };
    }

    public static FlagLayer ReadLayer(string name, JsonNode node, NodeReader reader)
    {
        reader.IsObject(node, "write a layer, which is an object");
        return new FlagLayer(name, reader.Text(node["salt"]) ?? name, reader.Number(node["holdout"]));
    }
}
