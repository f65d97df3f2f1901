namespace Aurum.FlagGen.Definitions;

/// <summary>Writes conditions: one on an attribute as an object, several as a list below the attribute, which stands where its first condition stood.</summary>
internal static class ConditionWriter
{
    public static void Write(DefinitionWriter writer, IReadOnlyList<FeatureFlagCondition> conditions)
    {
        if (conditions.Count == 0)
        {
            return;
        }

        writer.BeginObject("conditions");
        if (conditions.Count == 1)
        {
            WriteOne(writer, conditions[0].Attribute, conditions[0]);
        }
        else
        {
            foreach (IGrouping<string, FeatureFlagCondition> attribute in conditions.GroupBy(static condition => condition.Attribute, StringComparer.Ordinal))
            {
                WriteAttribute(writer, attribute.Key, [.. attribute]);
            }
        }

        writer.EndObject();
    }

    private static void WriteAttribute(DefinitionWriter writer, string attribute, FeatureFlagCondition[] conditions)
    {
        if (conditions is [var only])
        {
            WriteOne(writer, attribute, only);
            return;
        }

        writer.BeginList(attribute);
        foreach (FeatureFlagCondition condition in conditions)
        {
            WriteOne(writer, name: null, condition);
        }

        writer.EndList();
    }

    private static void WriteOne(DefinitionWriter writer, string? name, FeatureFlagCondition condition)
    {
        writer.BeginObject(name);
        writer.Text("op", condition.Operator);
        writer.Value("value", condition.Value);
        writer.Text("value_type", condition.ValueType);
        writer.True("ignore_case", condition.IgnoreCase);
        writer.True("negate", condition.Negate);
        writer.Members(condition.UnknownMembers);
        writer.EndObject();
    }
}
