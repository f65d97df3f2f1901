using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Whether a condition's operator and its modifiers fit each other and the attribute.</summary>
internal sealed class OperatorChecker(CheckContext check)
{
    /// <returns>Whether the operator and the value type are ones that values can be compared by.</returns>
    public bool Check(Condition condition)
    {
        ConditionOperatorInfo info = condition.Operator;
        if (condition.IgnoresCase && !info.AllowsIgnoreCase)
        {
            Refuse(condition, ConditionMembers.IgnoreCase.Name, $"the operator '{info.Name}'", "an order has no case to ignore, so remove it");
        }

        bool isValueTypeRead = true;
        if (condition.ValueType is { } type && !info.AllowsValueType && type != ConditionValueType.String)
        {
            isValueTypeRead = Refuse(
                condition, ConditionMembers.ValueType.Name, $"the operator '{info.Name}'", "it looks at text alone, so remove the value type or take another operator");
        }

        if (condition.Attribute is not { } attribute)
        {
            return true;
        }

        bool fits = FitsAttribute(condition, attribute);
        bool fitsValueType = !isValueTypeRead || FitsValueType(condition, attribute);
        return fits && fitsValueType;
    }

    private static bool Fits(ConditionValueType valueType, AttributeType type) => type switch
    {
        AttributeType.String or AttributeType.StringList => true,
        AttributeType.Integer => valueType is ConditionValueType.Number or ConditionValueType.DateTime,
        AttributeType.Number => valueType == ConditionValueType.Number,
        AttributeType.DateTime => valueType is ConditionValueType.DateTime or ConditionValueType.String,
        AttributeType.SemVer => valueType is ConditionValueType.SemVer or ConditionValueType.String,
        AttributeType.Version => valueType is ConditionValueType.Version or ConditionValueType.String,
        _ => false,
    };

    private bool FitsAttribute(Condition condition, ManifestAttribute attribute)
    {
        if (condition.Operator.Fits(attribute.Type))
        {
            return true;
        }

        IEnumerable<string> fitting = ConditionOperators.All.Words.Where(word => ConditionOperators.All.Find(word)!.Fits(attribute.Type));
        return Refuse(condition, condition.Operator.Name, Describe(attribute), "use one of " + string.Join(", ", fitting));
    }

    private bool FitsValueType(Condition condition, ManifestAttribute attribute)
    {
        if (condition.ValueType is { } type)
        {
            return Fits(type, attribute.Type)
                || Refuse(condition, "value_type " + ManifestWords.ConditionValueTypes.WordFor(type), Describe(attribute), "such an attribute can never be read as that, so remove the value type");
        }

        string? needed = attribute.Type switch
        {
            AttributeType.DateTime or AttributeType.SemVer or AttributeType.Version => ManifestWords.AttributeTypes.WordFor(attribute.Type),
            _ => null,
        };
        if (needed is not null && condition.Operator.AllowsValueType && condition.Value.Kind != Json.JsonKind.Null)
        {
            check.Report(ManifestRules.ComparedAsText, condition.OperatorRange, condition.Operator.Name, attribute.Path, needed);
        }

        return true;
    }

    private static string Describe(ManifestAttribute attribute) => $"{Phrases.Quote(attribute.Path)}, which is of type {ManifestWords.AttributeTypes.WordFor(attribute.Type)}";

    private bool Refuse(Condition condition, string used, string on, string fix)
    {
        check.Report(ManifestRules.Operator, condition.OperatorRange, used, on, fix);
        return false;
    }
}
