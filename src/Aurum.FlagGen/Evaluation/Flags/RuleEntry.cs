namespace Aurum.FlagGen.Evaluation;

/// <summary>A rule in a flag's list, with its first condition beside it: most rules fail by it, and are not looked at further.</summary>
internal readonly struct RuleEntry(CompiledRule rule)
{
    public readonly CompiledRule Rule = rule;
    public readonly Condition? First = rule.First;
}
