using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>A flag-wide experiment.</summary>
internal sealed class AbTestChecker(CheckContext check, ScalarChecker scalars, NameChecker names, WeightChecker weights, FlagValueChecker values, BucketingChecker buckets, LayerChecker layers, ShareChecker shares)
{
    public void Check(ManifestFlag flag, JsonNode test)
    {
        CheckedObject members = CheckedObject.Read(check, test, AbTestMembers.Table);
        CheckArms(flag, members);
        CheckControl(flag, members);
        scalars.Names(AbTestMembers.TrackEvents.Name, members[AbTestMembers.TrackEvents]);
        scalars.Window(AbTestMembers.StartDate.Name, members[AbTestMembers.StartDate], AbTestMembers.EndDate.Name, members[AbTestMembers.EndDate]);
        buckets.CheckBucketBy(members[AbTestMembers.BucketBy]);
        if (members[AbTestMembers.Layer] is { } layer)
        {
            layers.CheckRange(flag, layer);
        }
    }

    private void CheckArms(ManifestFlag flag, CheckedObject members)
    {
        if (members[AbTestMembers.Variants] is not { } arms)
        {
            if (!members.Has(AbTestMembers.Variants))
            {
                check.Report(ManifestRules.MissingMember, members.Opening, AbTestMembers.Variants.Name, "give each variant its weight there");
            }

            return;
        }

        weights.Check(arms, "its test");
        shares.CheckArms(arms, CheckedObject.Of(flag.Node)[FlagMembers.Bucketing]);

        // Without variants of the flag's own, these are their declaration.
        bool areDeclaredElsewhere = flag.Node[FlagMembers.Variants.Name] is not null || flag.Type is not (FlagType.Boolean or FlagType.Variant);
        foreach (JsonMember arm in arms.Members.Take(ManifestLimits.Variants))
        {
            if (areDeclaredElsewhere)
            {
                values.CheckVariant(flag, AbTestMembers.Variants.Name, arm.Name, arm.NameRange);
            }
            else
            {
                names.Variant(arm.Name, arm.NameRange);
            }
        }
    }

    private void CheckControl(ManifestFlag flag, CheckedObject members)
    {
        if (!members.Has(AbTestMembers.ControlVariant))
        {
            check.Report(ManifestRules.MissingMember, members.Opening, AbTestMembers.ControlVariant.Name, "name the variant against which the others are measured");
        }
        else if (members[AbTestMembers.ControlVariant] is { } control && members[AbTestMembers.Variants] is not null && !flag.TestVariants.Contains(control.Text, StringComparer.Ordinal))
        {
            check.Report(
                ManifestRules.UndeclaredVariant, control.Range, Phrases.Quote(control.Text), AbTestMembers.ControlVariant.Name,
                check.Suggest(control.Text, flag.TestVariants, "name one of the test's variants"));
        }
    }
}
