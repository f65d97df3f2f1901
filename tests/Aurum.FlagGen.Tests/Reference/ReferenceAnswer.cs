namespace Aurum.FlagGen.Tests.Reference;

/// <summary>What an evaluation tells, in the contract's own words.</summary>
/// <param name="Value">The value's JSON; null where the caller's default is given.</param>
/// <param name="Variant">The variant's name, or null.</param>
/// <param name="Reason">STATIC, DEFAULT, TARGETING_MATCH, SPLIT, DISABLED or ERROR.</param>
/// <param name="Rule">The name of the rule that decided, or null.</param>
/// <param name="RuleIndex">Its position, or null.</param>
/// <param name="Error">The error's code, or null.</param>
/// <param name="IsOn">What IsEnabled answers.</param>
/// <param name="IsStale">Whether the flag is past its last day.</param>
internal sealed record ReferenceAnswer(
    string? Value, string? Variant, string Reason, string? Rule, int? RuleIndex, string? Error, bool IsOn, bool IsStale);
