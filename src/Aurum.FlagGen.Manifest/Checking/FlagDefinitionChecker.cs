using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Checks one flag that is written at run time by the rules, and with the words, that hold for flags.json.</summary>
internal static class FlagDefinitionChecker
{
    /// <param name="flagJson">The definition: an object with its <c>key</c> inside.</param>
    /// <param name="names">What the definition may name; whether the flag itself is among it makes no difference.</param>
    /// <param name="limits">How much text and nesting to take; null for the JSON reader's own limits.</param>
    public static FlagCheckResult Check(string flagJson, IManifestNames names, JsonLimits? limits = null)
    {
        JsonReadResult json = JsonReader.Read(flagJson, limits);
        CheckContext check = new(json.Root, isDefinition: true, names, CancellationToken.None);
        JsonFaultReporter.Report(check, json.Faults);
        if (json.Root is { } root)
        {
            Check(check, root);
        }

        return new FlagCheckResult(json.Root, check.ToSortedErrors());
    }

    private static void Check(CheckContext check, JsonNode root)
    {
        if (root.Kind != JsonKind.Object)
        {
            check.Report(ManifestRules.WrongKind, root.Range, "(root)", Phrases.Describe(root), "an object with a 'key'");
            return;
        }

        JsonNode? key = root[FlagMembers.Key.Name];
        if (key is null)
        {
            check.Report(ManifestRules.MissingMember, new TextRange(root.Range.Start, 1), FlagMembers.Key.Name, "a definition has its key inside, so add it");
        }

        CheckerSet checkers = new(check);
        ManifestFlag flag = key is { Kind: JsonKind.String }
            ? checkers.Flags.Check(key.Text, key.Range, root)
            : checkers.Flags.Check(null, new TextRange(root.Range.Start, 1), root);
        checkers.Dependencies.CheckOne(flag);
    }
}
