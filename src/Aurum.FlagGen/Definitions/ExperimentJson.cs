using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads and writes a flag's experiment, the part of a layer that it owns, and bucket formulas.</summary>
internal static class ExperimentJson
{
    public static AbTestConfiguration ReadTest(NodeReader reader, JsonNode node)
    {
        if (NodeReader.IsAbsent(node[AbTestMembers.Variants]))
        {
            reader.ReportMissing(node, AbTestMembers.Variants);
        }

        return new AbTestConfiguration
        {
            Variants = reader.Weights(node[AbTestMembers.Variants]),
            ControlVariant = reader.RequiredText(node, AbTestMembers.ControlVariant),
            TrackEvents = reader.Texts(node[AbTestMembers.TrackEvents]),
            StartDate = reader.Time(node[AbTestMembers.StartDate]),
            EndDate = reader.Time(node[AbTestMembers.EndDate]),
            BucketBy = reader.Text(node[AbTestMembers.BucketBy]),
            Salt = reader.Text(node[AbTestMembers.Salt]),
            Layer = reader.Object(node[AbTestMembers.Layer], "a part of a layer", ReadLayer),
            UnknownMembers = UnknownMembers.Of(node, AbTestMembers.Table),
        };
    }

    public static FlagBucketing ReadBucketing(NodeReader reader, JsonNode node)
    {
        // Some systems' seeds are numbers; they are hashed as they are written.
        JsonNode? seed = node[BucketingMembers.Seed];
        return new FlagBucketing
        {
            Algorithm = reader.RequiredText(node, BucketingMembers.Algorithm),
            Seed = seed?.Kind == JsonKind.Number ? seed.Text : reader.Text(seed),
            Resolution = reader.Integer(node[BucketingMembers.Resolution]),
            Group = reader.Text(node[BucketingMembers.Group]),
            Hint = reader.Text(node[BucketingMembers.Hint]),
            UnknownMembers = UnknownMembers.Of(node, BucketingMembers.Table),
        };
    }

    private static ExperimentLayer ReadLayer(NodeReader reader, JsonNode node) =>
        new(reader.RequiredText(node, LayerRangeMembers.Name), reader.RequiredNumber(node, LayerRangeMembers.From), reader.RequiredNumber(node, LayerRangeMembers.To))
        {
            UnknownMembers = UnknownMembers.Of(node, LayerRangeMembers.Table),
        };

    public static void WriteTest(DefinitionWriter writer, AbTestConfiguration test)
    {
        writer.Weights(AbTestMembers.Variants, test.Variants);
        writer.Text(AbTestMembers.ControlVariant, test.ControlVariant);
        writer.Texts(AbTestMembers.TrackEvents, test.TrackEvents);
        writer.Time(AbTestMembers.StartDate, test.StartDate);
        writer.Time(AbTestMembers.EndDate, test.EndDate);
        writer.Text(AbTestMembers.BucketBy, test.BucketBy);
        writer.Text(AbTestMembers.Salt, test.Salt);
        writer.Object(AbTestMembers.Layer, test.Layer, WriteLayer);
        writer.Members(test.UnknownMembers);
    }

    public static void WriteBucketing(DefinitionWriter writer, FlagBucketing bucketing)
    {
        writer.Text(BucketingMembers.Algorithm, bucketing.Algorithm);
        writer.Text(BucketingMembers.Seed, bucketing.Seed);
        writer.Number(BucketingMembers.Resolution, bucketing.Resolution);
        writer.Text(BucketingMembers.Group, bucketing.Group);
        writer.Text(BucketingMembers.Hint, bucketing.Hint);
        writer.Members(bucketing.UnknownMembers);
    }

    private static void WriteLayer(DefinitionWriter writer, ExperimentLayer layer)
    {
        writer.Text(LayerRangeMembers.Name, layer.Name);
        writer.Number(LayerRangeMembers.From, layer.From);
        writer.Number(LayerRangeMembers.To, layer.To);
        writer.Members(layer.UnknownMembers);
    }
}
