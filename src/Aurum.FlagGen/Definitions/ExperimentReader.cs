using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads a flag's experiment, the part of a layer that it owns, and bucket formulas.</summary>
internal static class ExperimentReader
{
    public static AbTestConfiguration? ReadTest(JsonNode? node, NodeReader reader)
    {
        if (NodeReader.IsAbsent(node) || !reader.IsObject(node, "write an A/B test, which is an object"))
        {
            return null;
        }

        if (NodeReader.IsAbsent(node["variants"]))
        {
            reader.Report(node, "add the member \"variants\"");
        }

        return new AbTestConfiguration
        {
            Variants = reader.Weights(node["variants"]),
            ControlVariant = reader.RequiredText(node, "control_variant"),
            TrackEvents = reader.Texts(node["track_events"]),
            StartDate = reader.Time(node["start_date"]),
            EndDate = reader.Time(node["end_date"]),
            BucketBy = reader.Text(node["bucket_by"]),
            Salt = reader.Text(node["salt"]),
            Layer = ReadLayer(node["layer"], reader),
            UnknownMembers = UnknownMembers.Of(node, AbTestMembers.Table),
        };
    }

    public static FlagBucketing? ReadBucketing(JsonNode? node, NodeReader reader)
    {
        if (NodeReader.IsAbsent(node) || !reader.IsObject(node, "write a bucket formula, which is an object"))
        {
            return null;
        }

        // Some systems' seeds are numbers; they are hashed as they are written.
        JsonNode? seed = node["seed"];
        return new FlagBucketing
        {
            Algorithm = reader.RequiredText(node, "algorithm"),
            Seed = seed?.Kind == JsonKind.Number ? seed.Text : reader.Text(seed),
            Resolution = reader.Integer(node["resolution"]),
            Group = reader.Text(node["group"]),
            Hint = reader.Text(node["hint"]),
            UnknownMembers = UnknownMembers.Of(node, BucketingMembers.Table),
        };
    }

    private static ExperimentLayer? ReadLayer(JsonNode? node, NodeReader reader)
    {
        if (NodeReader.IsAbsent(node) || !reader.IsObject(node, "write a part of a layer, which is an object"))
        {
            return null;
        }

        return new ExperimentLayer(reader.RequiredText(node, "name"), reader.RequiredNumber(node, "from"), reader.RequiredNumber(node, "to"))
        {
            UnknownMembers = UnknownMembers.Of(node, LayerRangeMembers.Table),
        };
    }
}
