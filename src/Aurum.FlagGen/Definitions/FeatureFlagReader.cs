using System.Text.Json;
using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads a flag's definition.</summary>
/// <remarks>
/// What can be kept as data is kept, be it sound or not: a rule with an unknown operator, segment or flag never matches, while the rest of its flag works.
/// Only what a definition has no place for (a text in place of a number, an unknown type), or has more of than a build
/// allows (rules, conditions, variants), makes the whole flag unreadable.
/// </remarks>
internal static class FeatureFlagReader
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
            return reader.RequiredText(node, "key");
        }

        JsonNode? own = node["key"];
        if (!NodeReader.IsAbsent(own) && reader.Text(own) != key)
        {
            reader.Report(own, $"write \"{key}\", under which the flag stands, or leave the member out");
        }

        return key;
    }

    private static FeatureFlag ReadMembers(string key, JsonNode node, NodeReader reader)
    {
        FlagType type = reader.Word(node["type"], ManifestWords.FlagTypes);
        return new FeatureFlag
        {
            Key = key,
            Name = reader.Text(node["name"]),
            Description = reader.Text(node["description"]),
            Tags = reader.Texts(node["tags"]),
            Owner = reader.Text(node["owner"]),
            CreatedBy = reader.Text(node["created_by"]),
            CreatedAt = reader.Time(node["created_at"]),
            UpdatedAt = reader.Time(node["updated_at"]),
            Metadata = ReadMetadata(node["metadata"], reader),
            Accessor = reader.Text(node["accessor"]),
            Type = type,
            Status = reader.Word(node["status"], ManifestWords.Statuses),
            DefaultValue = reader.Value(node["default_value"]),
            OffValue = reader.Value(node["off_value"]),
            Variants = ReadVariants(type, node["variants"], reader),
            Rules = ReadRules(node["rules"], reader),
            AbTest = ExperimentReader.ReadTest(node["ab_test"], reader),
            Salt = reader.Text(node["salt"]),
            BucketBy = reader.Text(node["bucket_by"]),
            Bucketing = ExperimentReader.ReadBucketing(node["bucketing"], reader),
            Expires = reader.Day(node["expires"]),
            Permanent = reader.Boolean(node["permanent"]),
            Lifecycle = reader.Word(node["lifecycle"], ManifestWords.Lifecycles),
            Keep = reader.Value(node["keep"]),
            RetiredAt = reader.Time(node["retired_at"]),
            Evaluation = reader.Word(node["evaluation"], ManifestWords.EvaluationTimes),
            ClientVisible = reader.Boolean(node["client_visible"]),
            Sensitive = reader.Boolean(node["sensitive"]),
            Schema = ReadSchema(node["payload_schema"], reader),
            Version = reader.Version(node["version"]),
            UnknownMembers = UnknownMembers.Of(node, KnownMembers),
        };
    }

    private static IReadOnlyDictionary<string, FlagValue> ReadMetadata(JsonNode? node, NodeReader reader)
    {
        if (NodeReader.IsAbsent(node) || !reader.IsObject(node, "write an object") || node.Members.Count == 0)
        {
            return ValueMap<FlagValue>.Empty;
        }

        Dictionary<string, FlagValue> metadata = new(node.Members.Count, StringComparer.Ordinal);
        foreach (JsonMember member in node.Members)
        {
            metadata[member.Name] = reader.ExactValue(member.Value);
        }

        return metadata;
    }

    private static IReadOnlyList<FeatureFlagRule> ReadRules(JsonNode? node, NodeReader reader) =>
        reader.IsWithinLimit(node, node?.Items.Count ?? 0, ManifestLimits.Rules, "rules")
            ? reader.List(node, "write a list of rules", static (reader, rule) => FeatureFlagRuleReader.Read(rule, reader))
            : [];

    private static IReadOnlyList<FlagVariant> ReadVariants(FlagType type, JsonNode? node, NodeReader reader)
    {
        if (!reader.IsWithinLimit(node, (node?.Items.Count ?? 0) + (node?.Members.Count ?? 0), ManifestLimits.Variants, "variants"))
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

    private static FlagValue? ReadSchema(JsonNode? node, NodeReader reader)
    {
        if (NodeReader.IsAbsent(node) || !reader.IsObject(node, "write a JSON Schema, which is an object"))
        {
            return null;
        }

        return reader.ExactValue(node);
    }
}
