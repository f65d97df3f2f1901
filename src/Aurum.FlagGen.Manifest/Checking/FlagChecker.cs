using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model.Members;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>One flag: its members one by one, each by the checker of its concept.</summary>
internal sealed class FlagChecker(CheckContext check, CheckerSet checkers)
{
    public void Check(FlagDraft flag)
    {
        if (flag.Node.Kind != JsonKind.Object)
        {
            check.Report(ManifestRules.WrongKind, flag.Node.Range, Phrases.Shorten(flag.Key), Phrases.Describe(flag.Node), "an object, such as { \"default_value\": false }");
            flag.HasSoundShape = false;
            return;
        }

        flag.HasSoundShape &= checkers.Names.Key(flag.Key, flag.KeyRange);
        flag.Members = CheckedObject.Read(check, flag.Node, FlagMembers.Table);
        checkers.Shape.Check(flag);
    }
}
