namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The operators that a condition may use: one table for the checker and the engine.</summary>
internal static class ConditionOperators
{
    public static readonly WordList<ConditionOperatorInfo> All = new(Named(
        new(ConditionOperator.Equal, "eq", ConditionOperatorKind.Equality),
        new(ConditionOperator.NotEqual, "neq", ConditionOperatorKind.Equality, isComplement: true),
        new(ConditionOperator.Greater, "gt", ConditionOperatorKind.Order),
        new(ConditionOperator.GreaterOrEqual, "gte", ConditionOperatorKind.Order),
        new(ConditionOperator.Less, "lt", ConditionOperatorKind.Order),
        new(ConditionOperator.LessOrEqual, "lte", ConditionOperatorKind.Order),
        new(ConditionOperator.In, "in", ConditionOperatorKind.Membership),
        new(ConditionOperator.NotIn, "nin", ConditionOperatorKind.Membership, isComplement: true),
        new(ConditionOperator.Contains, "contains", ConditionOperatorKind.Containment),
        new(ConditionOperator.StartsWith, "startswith", ConditionOperatorKind.Text),
        new(ConditionOperator.EndsWith, "endswith", ConditionOperatorKind.Text),
        new(ConditionOperator.Regex, "regex", ConditionOperatorKind.Pattern)));

    /// <summary>What a bare value in place of a condition means.</summary>
    public static readonly ConditionOperatorInfo Equality = All.Find("eq")!;

    private static Word<ConditionOperatorInfo>[] Named(params ConditionOperatorInfo[] operators) =>
        Array.ConvertAll(operators, static info => new Word<ConditionOperatorInfo>(info.Name, info));
}
