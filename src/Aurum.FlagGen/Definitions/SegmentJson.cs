using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads segments and layers.</summary>
internal static class SegmentJson
{
    public static UserSegment ReadSegment(string name, JsonNode node, NodeReader reader)
    {
        reader.IsObject(node, "write a segment, which is an object");
        return new UserSegment
        {
            Name = name,
            Description = reader.Text(node[SegmentMembers.Description]),
            Conditions = ConditionJson.Read(node[SegmentMembers.Conditions], reader),
            Include = reader.Texts(node[SegmentMembers.Include]),
            Exclude = reader.Texts(node[SegmentMembers.Exclude]),
        };
    }

    public static FlagLayer ReadLayer(string name, JsonNode node, NodeReader reader)
    {
        reader.IsObject(node, "write a layer, which is an object");
        return new FlagLayer(name, reader.Text(node[LayerMembers.Salt]) ?? name, reader.Number(node[LayerMembers.Holdout]));
    }
}
