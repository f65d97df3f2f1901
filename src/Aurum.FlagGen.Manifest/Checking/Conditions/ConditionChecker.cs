using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The conditions of a rule or of a segment.</summary>
internal sealed class ConditionChecker(CheckContext check, ScalarChecker scalars, OperatorChecker operators, ConditionValueChecker values, PatternChecker patterns)
{
    public void Check(JsonNode conditions, PatternBudget budget)
    {
        int count = 0;
        foreach (JsonMember member in conditions.Members)
        {
            count += member.Value.Kind == JsonKind.Array ? member.Value.Items.Count : 1;
        }

        if (!scalars.IsWithinLimit("it", conditions, count, ManifestLimits.Conditions, "conditions"))
        {
            return;
        }

        foreach (JsonMember member in conditions.Members)
        {
            if (member.Value.Kind == JsonKind.Array)
            {
                CheckList(member, budget);
            }
            else
            {
                CheckPath(member, [member.Value], budget);
            }
        }
    }

    private void CheckList(JsonMember member, PatternBudget budget)
    {
        JsonNode[] conditions = [.. member.Value.Items.Where(static item => item.Kind == JsonKind.Object)];
        bool hasBareValues = conditions.Length < member.Value.Items.Count;
        if (hasBareValues || conditions.Length == 0)
        {
            check.Report(
                ManifestRules.ConditionValue, member.Value.Range, Phrases.Shorten(member.Name), hasBareValues ? "a list of bare values" : "an empty list",
                "write conditions into it, or { \"op\": \"in\", \"value\": … } where any value of a list will do");
        }

        CheckPath(member, conditions, budget);
    }

    private void CheckPath(JsonMember member, IReadOnlyList<JsonNode> nodes, PatternBudget budget)
    {
        ManifestAttribute? attribute = check.Names.DeclaresContext ? check.Names.FindAttribute(member.Name) : null;
        if (attribute is null && check.Names.DeclaresContext)
        {
            check.Report(
                ManifestRules.UndeclaredAttribute, member.NameRange, Phrases.Quote(member.Name),
                check.Suggest(member.Name, check.Names.AttributePaths, "declare it there"));
        }

        List<Condition> read = [];
        foreach (JsonNode node in nodes)
        {
            if (Read(member.Name, attribute, node) is not { } condition)
            {
                continue;
            }

            CheckOne(condition, budget);
            if (condition.HasValue)
            {
                read.Add(condition);
            }
        }

        if (attribute is { IsRequired: false })
        {
            AdviseOnMissing(read);
        }
    }

    /// <summary>The condition, or null where it says too little to go on with.</summary>
    private Condition? Read(string path, ManifestAttribute? attribute, JsonNode node)
    {
        if (node.Kind != JsonKind.Object)
        {
            return new Condition { Path = path, Attribute = attribute, Operator = ConditionOperators.Equality, OperatorRange = node.Range, Value = node };
        }

        CheckedObject members = CheckedObject.Read(check, node, ConditionMembers.Table);
        Require(members, ConditionMembers.Op, $"write one of {string.Join(", ", ConditionOperators.All.Words)}");
        Require(members, ConditionMembers.Value, $"say with what {Phrases.Quote(path)} is compared");
        ConditionValueType? valueType = scalars.Word(ConditionMembers.ValueType.Name, members[ConditionMembers.ValueType], ManifestWords.ConditionValueTypes);
        if (members[ConditionMembers.Op] is not { } op || FindOperator(op) is not { } info)
        {
            return null;
        }

        return new Condition
        {
            Path = path,
            Attribute = attribute,
            Operator = info,
            OperatorRange = op.Range,
            Value = members[ConditionMembers.Value] ?? JsonNode.Literal(JsonKind.Null, node.Range),
            HasValue = members[ConditionMembers.Value] is not null,
            ValueType = valueType,
            IgnoresCase = members[ConditionMembers.IgnoreCase]?.Kind == JsonKind.True,
            IsNegated = members[ConditionMembers.Negate]?.Kind == JsonKind.True,
        };
    }

    private void Require(CheckedObject members, ManifestMember member, string fix)
    {
        if (!members.Has(member))
        {
            check.Report(ManifestRules.MissingMember, members.Opening, member.Name, fix);
        }
    }

    private ConditionOperatorInfo? FindOperator(JsonNode op)
    {
        if (ConditionOperators.All.Find(op.Text) is { } info)
        {
            return info;
        }

        check.Report(
            ManifestRules.UnknownWord, op.Range, ConditionMembers.Op.Name, Phrases.Quote(op.Text), check.Suggest(op.Text, ConditionOperators.All.Words, "write another"));
        return null;
    }

    private void CheckOne(Condition condition, PatternBudget budget)
    {
        if (!operators.Check(condition) || !condition.HasValue || !values.Check(condition))
        {
            return;
        }

        if (condition.Operator.Kind == ConditionOperatorKind.Pattern)
        {
            patterns.Check(condition, budget);
        }
    }

    /// <summary>Points at conditions that hold where the attribute is missing, unless one beside them asks that it is there.</summary>
    private void AdviseOnMissing(List<Condition> conditions)
    {
        if (conditions.Any(static one => one.Operator.IsComplement && !one.IsNegated && one.Values.Any(static value => value.Kind == JsonKind.Null)))
        {
            return;
        }

        foreach (Condition condition in conditions)
        {
            if (condition.Operator.IsComplement && !condition.IsNegated)
            {
                check.Report(ManifestRules.MatchesMissing, condition.OperatorRange, condition.Operator.Name, Phrases.Shorten(condition.Path));
            }
        }
    }
}
