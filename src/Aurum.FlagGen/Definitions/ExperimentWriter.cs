namespace Aurum.FlagGen.Definitions;

/// <summary>Writes a flag's experiment and bucket formulas.</summary>
internal static class ExperimentWriter
{
    public static void WriteTest(DefinitionWriter writer, AbTestConfiguration? test)
    {
        if (test is null)
        {
            return;
        }

        writer.BeginObject("ab_test");
        writer.Weights("variants", test.Variants);
        writer.Text("control_variant", test.ControlVariant);
        writer.Texts("track_events", test.TrackEvents);
        writer.Time("start_date", test.StartDate);
        writer.Time("end_date", test.EndDate);
        writer.Text("bucket_by", test.BucketBy);
        writer.Text("salt", test.Salt);
        WriteLayer(writer, test.Layer);
        writer.Members(test.UnknownMembers);
        writer.EndObject();
    }

    public static void WriteBucketing(DefinitionWriter writer, FlagBucketing? bucketing)
    {
        if (bucketing is null)
        {
            return;
        }

        writer.BeginObject("bucketing");
        writer.Text("algorithm", bucketing.Algorithm);
        writer.Text("seed", bucketing.Seed);
        if (bucketing.Resolution is { } resolution)
        {
            writer.Number("resolution", resolution);
        }

        writer.Text("group", bucketing.Group);
        writer.Text("hint", bucketing.Hint);
        writer.Members(bucketing.UnknownMembers);
        writer.EndObject();
    }

    private static void WriteLayer(DefinitionWriter writer, ExperimentLayer? layer)
    {
        if (layer is null)
        {
            return;
        }

        writer.BeginObject("layer");
        writer.Text("name", layer.Name);
        writer.Number("from", layer.From);
        writer.Number("to", layer.To);
        writer.Members(layer.UnknownMembers);
        writer.EndObject();
    }
}
