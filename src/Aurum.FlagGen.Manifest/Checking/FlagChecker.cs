using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>One flag: its members one by one, each by the checker of its concept.</summary>
internal sealed class FlagChecker(CheckContext check, CheckerSet checkers)
{
    public void Check(FlagDraft flag)
    {
        if (CheckShape(flag))
        {
            CheckPeople(flag.Members);
            CheckDecisions(flag);
        }
    }

    /// <summary>Checks what generated code is made of, and gives false where there is nothing to check.</summary>
    private bool CheckShape(FlagDraft flag)
    {
        if (flag.Node.Kind != JsonKind.Object)
        {
            check.Report(ManifestRules.WrongKind, flag.Node.Range, Phrases.Shorten(flag.Key), Phrases.Describe(flag.Node), "an object, such as { \"default_value\": false }");
            flag.HasSoundShape = false;
            return false;
        }

        flag.HasSoundShape &= !flag.HasKey || checkers.Names.Key(flag.Key, flag.KeyRange);
        flag.Members = CheckedObject.Read(check, flag.Node, FlagMembers.Table);
        checkers.Shape.Check(flag);
        checkers.CompileTime.Check(flag);
        checkers.Lifecycle.Check(flag);
        return true;
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

    private void CheckDecisions(FlagDraft flag)
    {
        CheckedObject members = flag.Members;
        FeatureFlagStatus? status = checkers.Scalars.Word(FlagMembers.Status.Name, members[FlagMembers.Status], ManifestWords.Statuses);
        checkers.Buckets.CheckBucketBy(members[FlagMembers.BucketBy]);
        checkers.Buckets.CheckFormula(members[FlagMembers.Bucketing]);
        if (members[FlagMembers.Rules] is { } rules)
        {
            checkers.Rules.Check(flag, rules);
        }

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
    }

    private void CheckVisibility(CheckedObject members)
    {
        if (members[FlagMembers.Sensitive]?.Kind == JsonKind.True && members[FlagMembers.ClientVisible]?.Kind == JsonKind.True)
        {
            check.Report(ManifestRules.Visibility, members.NameRange(FlagMembers.ClientVisible));
        }
    }
}
