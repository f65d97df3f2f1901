using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Whether a condition's value fits its operator, its value type and the attribute; one that does not would never match.</summary>
internal sealed class ConditionValueChecker(CheckContext check, ScalarChecker scalars)
{
    /// <summary>The declared values as sets, made when the first condition asks: both lists may have thousands of elements.</summary>
    private readonly Dictionary<(ManifestAttribute, bool), HashSet<string>> _values = [];

    /// <returns>Whether there is a list or a value whose elements can be looked at further; those that do not fit were told.</returns>
    public bool Check(Condition condition)
    {
        JsonNode value = condition.Value;
        if (value.Kind != JsonKind.Array)
        {
            if (condition.Operator.RequiresList)
            {
                Refuse(condition, value, $"'{condition.Operator.Name}' takes a list, so write [ ] around it");
            }
        }
        else if (!condition.Operator.AllowsList)
        {
            Refuse(condition, value, $"'{condition.Operator.Name}' takes one value; use 'in' for any of several");
        }

        if (!scalars.IsWithinLimit(condition.Path, value))
        {
            return false;
        }

        foreach (JsonNode one in condition.Values)
        {
            CheckOne(condition, one);
        }

        return true;
    }

    private void CheckOne(Condition condition, JsonNode value)
    {
        string? fault = FindKindFault(condition, value);
        if (fault is null && value.Kind != JsonKind.Null)
        {
            fault = condition.ValueType is { } type && condition.Operator.AllowsValueType ? FindTypeFault(type, value) : FindAttributeFault(condition, value);
            fault ??= FindUnlisted(condition, value);
        }

        if (fault is not null)
        {
            Refuse(condition, value, fault);
        }
    }

    /// <summary>What the operator alone cannot compare with.</summary>
    private static string? FindKindFault(Condition condition, JsonNode value) => condition.Operator.Kind switch
    {
        _ when value.Kind is JsonKind.Object or JsonKind.Array => "write a text, a number, true, false or null",
        _ when value.Kind == JsonKind.Number && !NumberText.TryParse(value.Text, out _) => "it is beyond the range of 64-bit floating point",
        ConditionOperatorKind.Order when value.Kind is not (JsonKind.Number or JsonKind.String) => "only numbers and texts have an order",
        ConditionOperatorKind.Text or ConditionOperatorKind.Pattern when value.Kind != JsonKind.String => $"'{condition.Operator.Name}' takes a text, or a list of texts",
        _ => null,
    };

    private static string? FindTypeFault(ConditionValueType type, JsonNode value)
    {
        bool isText = value.Kind == JsonKind.String;
        bool isNumber = value.Kind == JsonKind.Number;
        return type switch
        {
            ConditionValueType.Number when !((isText || isNumber) && NumberText.TryParse(value.Text, out _)) => "the value type asks for a number",
            ConditionValueType.DateTime when !((isNumber && NumberText.TryParse(value.Text, out double milliseconds) && Timestamps.TryFromUnixMilliseconds(milliseconds, out _)) || (isText && Timestamps.TryParseDefinition(value.Text, out _))) =>
                "the value type asks for a time such as 2027-03-31T18:00:00Z, or Unix milliseconds",
            ConditionValueType.SemVer when !(isText && SemVer.TryParse(value.Text, out _)) => "the value type asks for a semantic version such as 2.1.0, without a leading v",
            ConditionValueType.Version when !(isText && DottedVersionPattern.TryParse(value.Text, out _)) => "the value type asks for a version of one to four numbers such as 10.2 or 10.*",
            ConditionValueType.String when !isText => "the value type asks for a text",
            _ => null,
        };
    }

    /// <summary>What an attribute of the declared type can never be equal to.</summary>
    private static string? FindAttributeFault(Condition condition, JsonNode value) => condition.Attribute?.Type switch
    {
        null => null,
        AttributeType.Integer or AttributeType.Number => value.Kind == JsonKind.Number ? null : "the attribute is a number, so write one without quotes",
        AttributeType.Boolean => value.IsBoolean ? null : "the attribute is boolean, so write true or false",
        _ => value.Kind == JsonKind.String ? null : "the attribute is a text, so write the value in quotes",
    };

    private string? FindUnlisted(Condition condition, JsonNode value)
    {
        bool isCompared = condition.Operator.Kind is ConditionOperatorKind.Equality or ConditionOperatorKind.Membership;
        if (!isCompared || condition.Attribute is not { Values.Count: > 0 } attribute || value.Kind != JsonKind.String)
        {
            return null;
        }

        return ValuesOf(attribute, condition.IgnoresCase).Contains(value.Text)
            ? null
            : "'values' of the attribute does not list it; " + check.Suggest(value.Text, attribute.Values, "add it there");
    }

    private HashSet<string> ValuesOf(ManifestAttribute attribute, bool ignoresCase)
    {
        if (!_values.TryGetValue((attribute, ignoresCase), out HashSet<string>? values))
        {
            values = new HashSet<string>(attribute.Values, ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
            _values.Add((attribute, ignoresCase), values);
        }

        return values;
    }

    private void Refuse(Condition condition, JsonNode value, string fix) =>
        check.Report(ManifestRules.ConditionValue, value.Range, Phrases.Shorten(condition.Path), Phrases.Describe(value), fix);
}
