using System.Globalization;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads and writes a flag's definition, member by member: snake_case, in a fixed order, without what has its default.</summary>
/// <remarks>
/// What can be kept as data is kept, be it sound or not: a rule with an unknown operator, segment or flag never matches, while the rest of its flag works.
/// Only what a definition has no place for (a text in place of a number, an unknown type), or has more of than a build
/// allows (rules, conditions, variants), makes the whole flag unreadable.
/// </remarks>
internal static class FlagJson
{
    /// <summary>The members that a definition has a place for. Two of a compile-time flag matter to the generator alone: at run time they are carried along with the unknown ones.</summary>
    private static readonly MemberTable KnownMembers = FlagMembers.Table.Without(FlagMembers.Emit, FlagMembers.Values);

    /// <summary>Reads a flag.</summary>
    /// <param name="key">The key under which the object stands; null where the object itself has to name it.</param>
    /// <param name="node">The object.</param>
    /// <param name="reader">Where a fault is reported.</param>
    /// <returns>The flag, or null where it cannot be read.</returns>
    public static FeatureFlag? Read(string? key, JsonNode node, NodeReader reader)
    {
        if (!reader.IsObject(node, "write an object"))
        {
            return null;
        }

        key = ReadKey(key, node, reader);
        FeatureFlag flag = ReadMembers(key, node, reader);
        return reader.HasFault ? null : flag;
    }

    private static string ReadKey(string? key, JsonNode node, NodeReader reader)
    {
        if (key is null)
        {
            return reader.RequiredText(node, FlagMembers.Key);
        }

        JsonNode? own = node[FlagMembers.Key];
        if (!NodeReader.IsAbsent(own) && reader.Text(own) != key)
        {
            reader.Report(own, $"write \"{key}\", under which the flag stands, or leave the member out");
        }

        return key;
    }

    private static FeatureFlag ReadMembers(string key, JsonNode node, NodeReader reader)
    {
        FlagType type = reader.Word(node[FlagMembers.Type], ManifestWords.FlagTypes);
        return new FeatureFlag
        {
            Key = key,
            Name = reader.Text(node[FlagMembers.Name]),
            Description = reader.Text(node[FlagMembers.Description]),
            Tags = reader.Texts(node[FlagMembers.Tags]),
            Owner = reader.Text(node[FlagMembers.Owner]),
            CreatedBy = reader.Text(node[FlagMembers.CreatedBy]),
            CreatedAt = reader.Time(node[FlagMembers.CreatedAt]),
            UpdatedAt = reader.Time(node[FlagMembers.UpdatedAt]),
            Metadata = ReadMetadata(node[FlagMembers.Metadata], reader),
            Accessor = reader.Text(node[FlagMembers.Accessor]),
            Type = type,
            Status = reader.Word(node[FlagMembers.Status], ManifestWords.Statuses),
            DefaultValue = reader.Value(node[FlagMembers.DefaultValue]),
            OffValue = reader.Value(node[FlagMembers.OffValue]),
            Variants = ReadVariants(type, node[FlagMembers.Variants], reader),
            Rules = ReadRules(node[FlagMembers.Rules], reader),
            AbTest = reader.Object(node[FlagMembers.AbTest], "an A/B test", ExperimentJson.ReadTest),
            Salt = reader.Text(node[FlagMembers.Salt]),
            BucketBy = reader.Text(node[FlagMembers.BucketBy]),
            Bucketing = reader.Object(node[FlagMembers.Bucketing], "a bucket formula", ExperimentJson.ReadBucketing),
            Expires = reader.Day(node[FlagMembers.Expires]),
            Permanent = reader.Boolean(node[FlagMembers.Permanent]),
            Lifecycle = reader.Word(node[FlagMembers.Lifecycle], ManifestWords.Lifecycles),
            Keep = reader.Value(node[FlagMembers.Keep]),
            RetiredAt = reader.Time(node[FlagMembers.RetiredAt]),
            Evaluation = reader.Word(node[FlagMembers.Evaluation], ManifestWords.EvaluationTimes),
            ClientVisible = reader.Boolean(node[FlagMembers.ClientVisible]),
            Sensitive = reader.Boolean(node[FlagMembers.Sensitive]),
            Schema = reader.Object(node[FlagMembers.PayloadSchema], "a JSON Schema", static (reader, schema) => reader.ExactValue(schema)),
            Version = reader.Version(node[FlagMembers.Version]),
            UnknownMembers = UnknownMembers.Of(node, KnownMembers),
        };
    }

    private static IReadOnlyDictionary<string, FlagValue> ReadMetadata(JsonNode? node, NodeReader reader)
    {
        if (NodeReader.IsAbsent(node) || !reader.IsObject(node, "write an object") || node.Members.Length == 0)
        {
            return ValueMap<FlagValue>.Empty;
        }

        Dictionary<string, FlagValue> metadata = new(node.Members.Length, StringComparer.Ordinal);
        foreach (JsonMember member in node.Members)
        {
            metadata[member.Name] = reader.ExactValue(member.Value);
        }

        return metadata;
    }

    private static IReadOnlyList<FeatureFlagRule> ReadRules(JsonNode? node, NodeReader reader) =>
        reader.IsWithinLimit(node, node?.Items.Count ?? 0, ManifestLimits.Rules, "rules")
            ? reader.List(node, "write a list of rules", static (reader, rule) => RuleJson.Read(rule, reader))
            : [];

    private static IReadOnlyList<FlagVariant> ReadVariants(FlagType type, JsonNode? node, NodeReader reader)
    {
        if (!reader.IsWithinLimit(node, (node?.Items.Count ?? 0) + (node?.Members.Length ?? 0), ManifestLimits.Variants, "variants"))
        {
            return [];
        }

        return type == FlagType.Variant
            ? reader.List(node, "write a list of names, or give the flag another type than variant", static (reader, name) => ReadVariantName(name, reader))
            : reader.Map(
                node,
                "write an object of names and values, or give the flag the type variant",
                static (reader, name, value) => new FlagVariant(name, reader.ExactValue(value)));
    }

    private static FlagVariant ReadVariantName(JsonNode node, NodeReader reader)
    {
        FlagValue name = reader.ExactValue(node);
        if (name.Kind != FlagValueKind.String)
        {
            reader.Report(node, "write a text");
        }

        return new FlagVariant(name.AsString, name);
    }

    /// <summary>The whole definition, key and version included.</summary>
    public static string Write(FeatureFlag flag)
    {
        DefinitionWriter writer = new();
        writer.BeginObject();
        writer.Text(FlagMembers.Key, flag.Key);
        WriteMembers(writer, flag);
        writer.Json(FlagMembers.Version, flag.Version == 0 ? null : flag.Version.ToString(CultureInfo.InvariantCulture));
        writer.Members(flag.UnknownMembers);
        writer.EndObject();
        return writer.ToString();
    }

    /// <summary>The definition as it stands in a manifest: below its key, and without a version.</summary>
    public static string WriteForManifest(FeatureFlag flag)
    {
        DefinitionWriter writer = new();
        writer.BeginObject();
        WriteMembers(writer, flag);
        writer.Members(flag.UnknownMembers);
        writer.EndObject();
        return writer.ToString();
    }

    private static void WriteMembers(DefinitionWriter writer, FeatureFlag flag)
    {
        writer.Text(FlagMembers.Name, flag.Name);
        writer.Text(FlagMembers.Description, flag.Description);
        writer.Texts(FlagMembers.Tags, flag.Tags);
        writer.Text(FlagMembers.Owner, flag.Owner);
        writer.Text(FlagMembers.CreatedBy, flag.CreatedBy);
        writer.Time(FlagMembers.CreatedAt, flag.CreatedAt);
        writer.Time(FlagMembers.UpdatedAt, flag.UpdatedAt);

        // A dictionary promises no order, and the same definition must always give the same text.
        writer.Values(FlagMembers.Metadata, [.. flag.Metadata.OrderBy(static fact => fact.Key, StringComparer.Ordinal)]);
        writer.Text(FlagMembers.Accessor, flag.Accessor);
        writer.Word(FlagMembers.Type, flag.Type, ManifestWords.FlagTypes);
        writer.Word(FlagMembers.Status, flag.Status, ManifestWords.Statuses);
        writer.Value(FlagMembers.DefaultValue, flag.DefaultValue);
        writer.Value(FlagMembers.OffValue, flag.OffValue);
        WriteVariants(writer, flag);
        writer.List(FlagMembers.Rules, flag.Rules, RuleJson.WriteMembers);
        writer.Object(FlagMembers.AbTest, flag.AbTest, ExperimentJson.WriteTest);
        writer.Text(FlagMembers.Salt, flag.Salt);
        writer.Text(FlagMembers.BucketBy, flag.BucketBy);
        writer.Object(FlagMembers.Bucketing, flag.Bucketing, ExperimentJson.WriteBucketing);
        writer.Day(FlagMembers.Expires, flag.Expires);
        writer.True(FlagMembers.Permanent, flag.Permanent);
        writer.Word(FlagMembers.Lifecycle, flag.Lifecycle, ManifestWords.Lifecycles);
        writer.Value(FlagMembers.Keep, flag.Keep);
        writer.Time(FlagMembers.RetiredAt, flag.RetiredAt);
        writer.Word(FlagMembers.Evaluation, flag.Evaluation, ManifestWords.EvaluationTimes);
        writer.True(FlagMembers.ClientVisible, flag.ClientVisible);
        writer.True(FlagMembers.Sensitive, flag.Sensitive);
        writer.Value(FlagMembers.PayloadSchema, flag.Schema);
    }

    private static void WriteVariants(DefinitionWriter writer, FeatureFlag flag)
    {
        if (flag.Type == FlagType.Variant)
        {
            writer.Texts(FlagMembers.Variants, [.. flag.Variants.Select(static variant => variant.Name)]);
        }
        else
        {
            writer.Values(FlagMembers.Variants, [.. flag.Variants.Select(static variant => KeyValuePair.Create(variant.Name, variant.Value))]);
        }
    }
}
