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
        for (int i = 0; i < conditions.Count; i++)
        {
            string attribute = conditions[i].Attribute;
            if (IndexOf(attribute, conditions, start: 0) == i)
            {
                WriteAttribute(writer, attribute, conditions, first: i);
            }
        }

        writer.EndObject();
    }

    private static void WriteAttribute(DefinitionWriter writer, string attribute, IReadOnlyList<FeatureFlagCondition> conditions, int first)
    {
        int next = IndexOf(attribute, conditions, first + 1);
        if (next < 0)
        {
            WriteOne(writer, attribute, conditions[first]);
            return;
        }

        writer.BeginList(attribute);
        WriteOne(writer, name: null, conditions[first]);
        for (; next >= 0; next = IndexOf(attribute, conditions, next + 1))
        {
            WriteOne(writer, name: null, conditions[next]);
        }

        writer.EndList();
    }

    private static int IndexOf(string attribute, IReadOnlyList<FeatureFlagCondition> conditions, int start)
    {
        for (int i = start; i < conditions.Count; i++)
        {
            if (conditions[i].Attribute == attribute)
            {
                return i;
            }
        }

        return -1;
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
