using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>One flag: its members one by one, each by the checker of its concept.</summary>
internal sealed class FlagChecker(CheckContext check, CheckerSet checkers)
{
    /// <param name="key">The flag's key; null for a definition that lacks it, and in which everything else is checked all the same.</param>
    /// <param name="keyRange">Where the key stands.</param>
    /// <param name="node">The definition.</param>
    public ManifestFlag Check(string? key, TextRange keyRange, JsonNode node)
    {
        if (node.Kind != JsonKind.Object)
        {
            check.Report(ManifestRules.WrongKind, node.Range, Phrases.Shorten(key ?? ""), Phrases.Describe(node), "an object, such as { \"default_value\": false }");
            return new ManifestFlag { Key = key ?? "", KeyRange = keyRange, Node = node };
        }

        bool hasSoundKey = key is null || checkers.Names.Key(key, keyRange);
        CheckedObject members = CheckedObject.Read(check, node, FlagMembers.Table);
        ManifestFlag flag = checkers.Shape.Check(key ?? "", keyRange, node, members);
        checkers.CompileTime.Check(flag);
        flag = checkers.Lifecycle.Check(flag);
        CheckPeople(members);
        return flag with { HasSoundShape = flag.HasSoundShape && hasSoundKey, References = CheckDecisions(flag, members) };
    }

    private void CheckPeople(CheckedObject members)
    {
        checkers.Scalars.Texts(FlagMembers.Tags.Name, members[FlagMembers.Tags]);
        foreach (JsonMember entry in members[FlagMembers.Metadata]?.Members ?? [])
        {
            if (!(entry.Value.IsBoolean || entry.Value.Kind is JsonKind.String or JsonKind.Number))
            {
                check.Report(
                    ManifestRules.WrongKind, entry.Value.Range, Phrases.Shorten(entry.Name), Phrases.Describe(entry.Value), "a text, a number, true or false, as 'metadata' holds them");
            }
        }
    }

    /// <returns>The other flags that the decisions name.</returns>
    private IReadOnlyList<FlagReference> CheckDecisions(ManifestFlag flag, CheckedObject members)
    {
        FeatureFlagStatus? status = checkers.Scalars.Word(FlagMembers.Status.Name, members[FlagMembers.Status], ManifestWords.Statuses);
        checkers.Buckets.CheckBucketBy(members[FlagMembers.BucketBy]);
        checkers.Buckets.CheckFormula(members[FlagMembers.Bucketing]);
        IReadOnlyList<FlagReference> references = members[FlagMembers.Rules] is { } rules ? checkers.Rules.Check(flag, rules) : [];

        if (members[FlagMembers.AbTest] is { } test)
        {
            checkers.Tests.Check(flag, test);
        }

        CheckVisibility(members);
        // A type or a default that cannot be read is an error of its own, and says nothing of what the flag is to give.
        bool isReadable = members[FlagMembers.Type] is null or { Text: "boolean" } && members[FlagMembers.DefaultValue] is null or { Kind: JsonKind.False };
        bool decidesNothing = isReadable && (members[FlagMembers.Rules]?.Items.Count ?? 0) == 0 && !members.Has(FlagMembers.AbTest);
        if (status == FeatureFlagStatus.Enabled && flag.Type == FlagType.Boolean && decidesNothing && !flag.IsRetired && !flag.IsCompileTime)
        {
            check.Report(ManifestRules.AlwaysOff, members[FlagMembers.Status]!.Range);
        }

        return references;
    }

    private void CheckVisibility(CheckedObject members)
    {
        if (members[FlagMembers.Sensitive]?.Kind == JsonKind.True && members[FlagMembers.ClientVisible]?.Kind == JsonKind.True)
        {
            check.Report(ManifestRules.Visibility, members.NameRange(FlagMembers.ClientVisible));
        }
    }
}
