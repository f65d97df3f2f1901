using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Writes a flag as the one JSON that stands for it: snake_case, members in a fixed order, defaults left out, arms and variants in their own order.</summary>
internal static class FeatureFlagWriter
{
    /// <summary>The whole definition, key and version included.</summary>
    public static string Write(FeatureFlag flag)
    {
        DefinitionWriter writer = new();
        writer.BeginObject();
        writer.Text("key", flag.Key);
        WriteMembers(writer, flag);
        if (flag.Version != 0)
        {
            writer.Version("version", flag.Version);
        }

        writer.Members(flag.UnknownMembers);
        writer.EndObject();
        return writer.ToString();
    }

    /// <summary>The definition as it stands in a manifest: below its key, and without a version.</summary>
    public static string WriteForManifest(FeatureFlag flag)
    {
        DefinitionWriter writer = new();
        WriteForManifest(writer, name: null, flag);
        return writer.ToString();
    }

    public static void WriteForManifest(DefinitionWriter writer, string? name, FeatureFlag flag)
    {
        writer.BeginObject(name);
        WriteMembers(writer, flag);
        writer.Members(flag.UnknownMembers);
        writer.EndObject();
    }

    private static void WriteMembers(DefinitionWriter writer, FeatureFlag flag)
    {
        writer.Text("name", flag.Name);
        writer.Text("description", flag.Description);
        writer.Texts("tags", flag.Tags);
        writer.Text("owner", flag.Owner);
        writer.Text("created_by", flag.CreatedBy);
        writer.Time("created_at", flag.CreatedAt);
        writer.Time("updated_at", flag.UpdatedAt);
        WriteMetadata(writer, flag.Metadata);
        writer.Text("accessor", flag.Accessor);
        writer.Word("type", flag.Type, ManifestWords.FlagTypes);
        writer.Word("status", flag.Status, ManifestWords.Statuses);
        writer.Value("default_value", flag.DefaultValue);
        writer.Value("off_value", flag.OffValue);
        WriteVariants(writer, flag);
        FeatureFlagRuleWriter.WriteAll(writer, flag.Rules);
        ExperimentWriter.WriteTest(writer, flag.AbTest);
        writer.Text("salt", flag.Salt);
        writer.Text("bucket_by", flag.BucketBy);
        ExperimentWriter.WriteBucketing(writer, flag.Bucketing);
        writer.Day("expires", flag.Expires);
        writer.True("permanent", flag.Permanent);
        writer.Word("lifecycle", flag.Lifecycle, ManifestWords.Lifecycles);
        writer.Value("keep", flag.Keep);
        writer.Time("retired_at", flag.RetiredAt);
        writer.Word("evaluation", flag.Evaluation, ManifestWords.EvaluationTimes);
        writer.True("client_visible", flag.ClientVisible);
        writer.True("sensitive", flag.Sensitive);
        writer.Value("payload_schema", flag.Schema);
    }

    private static void WriteMetadata(DefinitionWriter writer, IReadOnlyDictionary<string, FlagValue> metadata)
    {
        if (metadata.Count == 0)
        {
            return;
        }

        // A dictionary promises no order, and the same definition must always give the same text.
        writer.BeginObject("metadata");
        foreach (KeyValuePair<string, FlagValue> fact in metadata.OrderBy(static fact => fact.Key, StringComparer.Ordinal))
        {
            writer.Value(fact.Key, fact.Value);
        }

        writer.EndObject();
    }

    private static void WriteVariants(DefinitionWriter writer, FeatureFlag flag)
    {
        if (flag.Variants.Count == 0)
        {
            return;
        }

        if (flag.Type == FlagType.Variant)
        {
            writer.Texts("variants", [.. flag.Variants.Select(static variant => variant.Name)]);
            return;
        }

        writer.BeginObject("variants");
        foreach (FlagVariant variant in flag.Variants)
        {
            writer.Value(variant.Name, variant.Value);
        }

        writer.EndObject();
    }
}
