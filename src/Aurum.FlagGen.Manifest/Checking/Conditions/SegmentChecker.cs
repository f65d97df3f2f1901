using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The segments of a manifest, or one that is written at run time.</summary>
internal sealed class SegmentChecker(CheckContext check, ScalarChecker scalars, NameChecker names, ConditionChecker conditions)
{
    public void Check(JsonMember segment)
    {
        if (segment.Name == PredefinedSegments.AllUsers)
        {
            check.Report(ManifestRules.InvalidName, segment.NameRange, Phrases.Quote(segment.Name), "that segment is everybody and cannot be defined, so choose another name");
        }

        names.Name(segment.Name, segment.NameRange);
        if (segment.Value.Kind != JsonKind.Object)
        {
            check.Report(
                ManifestRules.WrongKind, segment.Value.Range, Phrases.Shorten(segment.Name), Phrases.Describe(segment.Value), "an object with 'conditions', 'include' or 'exclude'");
            return;
        }

        CheckedObject members = CheckedObject.Read(check, segment.Value, SegmentMembers.Table);
        scalars.Texts(SegmentMembers.Include.Name, members[SegmentMembers.Include]);
        scalars.Texts(SegmentMembers.Exclude.Name, members[SegmentMembers.Exclude]);
        if (members[SegmentMembers.Conditions] is { } node)
        {
            conditions.Check(node, new PatternBudget());
        }
    }
}
