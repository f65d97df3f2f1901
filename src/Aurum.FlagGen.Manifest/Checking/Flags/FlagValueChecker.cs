using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Whether a value is one of the flag's type.</summary>
internal sealed class FlagValueChecker(CheckContext check, PayloadValueChecker payloads)
{
    public void Check(ManifestFlag flag, string member, JsonNode value)
    {
        if (!flag.IsTypeKnown)
        {
            return;
        }

        if (!FlagTypeInfo.Of(flag.Type).Fits(value))
        {
            check.Report(ManifestRules.Value, value.Range, Phrases.Shorten(member), Phrases.Describe(value), Expectation(flag.Type));
        }
        else if (flag.Type == FlagType.Variant)
        {
            CheckVariant(flag, member, value);
        }
        else if (flag.PayloadSchema is { } schema)
        {
            payloads.Check(schema, value);
        }
    }

    /// <summary>Whether a name is one that the flag may serve; of a flag without variants of its own, its test's.</summary>
    public void CheckVariant(ManifestFlag flag, string member, JsonNode name) => CheckVariant(flag, member, name.Text, name.Range);

    public void CheckVariant(ManifestFlag flag, string member, string name, TextRange range)
    {
        IReadOnlyList<string> known = ServableVariants(flag);
        if (flag.AreVariantsKnown && !known.Contains(name, StringComparer.Ordinal))
        {
            check.Report(
                ManifestRules.UndeclaredVariant, range, Phrases.Quote(name), member,
                check.Suggest(name, known, "declare it under 'variants'"));
        }
    }

    /// <summary>The names that rules and tests may serve: the declared variants, and those of the test on a boolean flag that declares none.</summary>
    private static IReadOnlyList<string> ServableVariants(ManifestFlag flag) =>
        flag.Type != FlagType.Boolean || flag.Node[FlagMembers.Variants.Name] is not null ? flag.Variants : flag.TestVariants;

    public static string Expectation(FlagType type) => $"a flag of type {FlagTypeInfo.Of(type).Word} takes {FlagTypeInfo.Of(type).Takes}";
}
