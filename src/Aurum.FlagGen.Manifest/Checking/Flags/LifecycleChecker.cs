using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>A flag's time: when it was made, when it is stale, and what is kept of it in the end.</summary>
internal sealed class LifecycleChecker(CheckContext check, ScalarChecker scalars)
{
    /// <returns>The flag with its time.</returns>
    public ManifestFlag Check(ManifestFlag flag)
    {
        CheckedObject members = CheckedObject.Of(flag.Node);
        scalars.Time(FlagMembers.CreatedAt.Name, members[FlagMembers.CreatedAt]);
        scalars.Time(FlagMembers.UpdatedAt.Name, members[FlagMembers.UpdatedAt]);
        scalars.Time(FlagMembers.RetiredAt.Name, members[FlagMembers.RetiredAt]);
        string? expires = scalars.Date(FlagMembers.Expires.Name, members[FlagMembers.Expires]);
        bool isRetired = scalars.Word(FlagMembers.Lifecycle.Name, members[FlagMembers.Lifecycle], ManifestWords.Lifecycles) == FlagLifecycle.Retired;
        if (members[FlagMembers.Keep] is { } keep)
        {
            CheckKeep(flag, keep);
        }
        else if (isRetired)
        {
            check.Report(
                ManifestRules.Keep, members[FlagMembers.Lifecycle]!.Range, "is retired and does not say what to keep",
                "add 'keep' with the value or the variant that the code keeps when the flag is removed");
        }

        return flag with { Expires = expires, IsRetired = isRetired };
    }

    /// <summary>A variant's name first, else a value: the order in which the engine reads it.</summary>
    private void CheckKeep(ManifestFlag flag, JsonNode keep)
    {
        bool isVariant = keep.Kind == JsonKind.String && flag.Variants.Concat(flag.TestVariants).Contains(keep.Text, StringComparer.Ordinal);
        bool isComparable = flag.IsTypeKnown && flag.AreVariantsKnown;
        if (isComparable && !isVariant && (flag.Type == FlagType.Variant || !FlagTypeInfo.Of(flag.Type).Fits(keep)))
        {
            check.Report(
                ManifestRules.Keep, keep.Range, $"keeps {Phrases.Describe(keep)}, which is neither a variant nor a value of its type",
                FlagValueChecker.Expectation(flag.Type));
        }
    }
}
