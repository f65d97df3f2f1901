using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>A flag whose value is fixed by the build has nothing that is decided later, and the other way round.</summary>
internal sealed class CompileTimeChecker(CheckContext check, ScalarChecker scalars)
{
    private static readonly ManifestMember[] OfRuntime =
        [FlagMembers.Status, FlagMembers.OffValue, FlagMembers.Variants, FlagMembers.Rules, FlagMembers.AbTest, FlagMembers.Salt, FlagMembers.BucketBy, FlagMembers.Bucketing];

    private static readonly ManifestMember[] OfCompileTime = [FlagMembers.Emit, FlagMembers.Values];

    public void Check(ManifestFlag flag)
    {
        CheckedObject members = CheckedObject.Of(flag.Node);
        scalars.Word(FlagMembers.Emit.Name, members[FlagMembers.Emit], ManifestWords.CompileTimeForms);
        CheckValues(members[FlagMembers.Values]);
        if (flag.IsCompileTime && flag.IsTypeKnown && flag.Type != FlagType.Boolean)
        {
            check.Report(
                ManifestRules.CompileTime, members[FlagMembers.Type]?.Range ?? flag.KeyRange,
                $"is decided at compile time and of type {ManifestWords.FlagTypes.WordFor(flag.Type)}", "only a boolean flag can be, so change one of the two");
        }

        foreach (ManifestMember member in flag.IsCompileTime ? OfRuntime : OfCompileTime)
        {
            if (flag.IsEvaluationKnown && members.Has(member))
            {
                string time = flag.IsCompileTime ? "compile time" : "run time";
                check.Report(
                    ManifestRules.CompileTime, members.NameRange(member), $"is decided at {time} and has '{member.Name}', which nothing would read", "remove it, or change 'evaluation'");
            }
        }
    }

    private void CheckValues(JsonNode? values)
    {
        foreach (JsonMember configuration in values?.Members ?? [])
        {
            if (!configuration.Value.IsBoolean)
            {
                check.Report(
                    ManifestRules.WrongKind, configuration.Value.Range, Phrases.Shorten(configuration.Name), Phrases.Describe(configuration.Value), "true or false");
            }
        }
    }
}
