using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads and writes conditions: an object from attribute to a value (which means <c>eq</c>), a condition, or a list of conditions.</summary>
internal static class ConditionJson
{
    private const string Advice = "write an object of attributes and their conditions";

    public static IReadOnlyList<FeatureFlagCondition> Read(JsonNode? node, NodeReader reader)
    {
        if (NodeReader.IsAbsent(node) || !reader.IsObject(node, Advice) || node.Members.Length == 0)
        {
            return [];
        }

        List<FeatureFlagCondition> conditions = new(node.Members.Length);
        foreach (JsonMember member in node.Members)
        {
            if (member.Value.Kind == JsonKind.Array)
            {
                ReadAll(member, conditions, reader);
            }
            else
            {
                conditions.Add(ReadOne(member.Name, member.Value, reader));
            }
        }

        return conditions.ToArray();
    }

    /// <summary>How many conditions there are, over all attributes.</summary>
    public static int Count(JsonNode? node)
    {
        int count = 0;
        foreach (JsonMember member in node?.Members ?? [])
        {
            count += member.Value.Kind == JsonKind.Array ? member.Value.Items.Count : 1;
        }

        return count;
    }

    private static void ReadAll(JsonMember member, List<FeatureFlagCondition> conditions, NodeReader reader)
    {
        if (member.Value.Items.Count == 0)
        {
            reader.Report(member.Value, "write at least one condition, or the operator \"in\" with a list as its value");
        }

        foreach (JsonNode item in member.Value.Items)
        {
            reader.IsObject(item, "write a condition such as {\"op\": \"in\", \"value\": [\"a\", \"b\"]}");
            conditions.Add(ReadOne(member.Name, item, reader));
        }
    }

    private static FeatureFlagCondition ReadOne(string attribute, JsonNode node, NodeReader reader)
    {
        if (node.Kind != JsonKind.Object)
        {
            return new FeatureFlagCondition(attribute, ConditionOperators.Equality.Name, reader.ExactValue(node));
        }

        JsonNode? value = node[ConditionMembers.Value];
        if (value is null)
        {
            reader.ReportMissing(node, ConditionMembers.Value);
        }

        return new FeatureFlagCondition(attribute, reader.RequiredText(node, ConditionMembers.Op), value is null ? FlagValue.Null : reader.ExactValue(value))
        {
            ValueType = reader.Text(node[ConditionMembers.ValueType]),
            IgnoreCase = reader.Boolean(node[ConditionMembers.IgnoreCase]),
            Negate = reader.Boolean(node[ConditionMembers.Negate]),
            UnknownMembers = UnknownMembers.Of(node, ConditionMembers.Table),
        };
    }

    /// <summary>One condition on an attribute as an object, several as a list below the attribute, which stands where its first condition stood.</summary>
    public static void WriteMembers(DefinitionWriter writer, IReadOnlyList<FeatureFlagCondition> conditions)
    {
        foreach (IGrouping<string, FeatureFlagCondition> attribute in conditions.GroupBy(static condition => condition.Attribute, StringComparer.Ordinal))
        {
            if (attribute.Count() == 1)
            {
                writer.Object(attribute.Key, attribute.First(), WriteOne);
            }
            else
            {
                writer.List(attribute.Key, [.. attribute], WriteOne);
            }
        }
    }

    private static void WriteOne(DefinitionWriter writer, FeatureFlagCondition condition)
    {
        writer.Text(ConditionMembers.Op, condition.Operator);
        writer.Value(ConditionMembers.Value, condition.Value);
        writer.Text(ConditionMembers.ValueType, condition.ValueType);
        writer.True(ConditionMembers.IgnoreCase, condition.IgnoreCase);
        writer.True(ConditionMembers.Negate, condition.Negate);
        writer.Members(condition.UnknownMembers);
    }
}
