using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>How units come into buckets: the attribute that tells them apart, and another system's formula.</summary>
internal sealed class BucketingChecker(CheckContext check, ScalarChecker scalars)
{
    public void CheckBucketBy(JsonNode? bucketBy)
    {
        if (bucketBy is null || !check.Names.DeclaresContext)
        {
            return;
        }

        if (check.Names.FindAttribute(bucketBy.Text) is not { } attribute)
        {
            check.Report(
                ManifestRules.UndeclaredAttribute, bucketBy.Range, Phrases.Quote(bucketBy.Text),
                check.Suggest(bucketBy.Text, check.Names.AttributePaths, "declare it there"));
        }
        else if (attribute.Type is not (AttributeType.String or AttributeType.Integer))
        {
            check.Report(
                ManifestRules.Bucketing, bucketBy.Range, $"buckets by {Phrases.Quote(attribute.Path)}, which is of type {ManifestWords.AttributeTypes.WordFor(attribute.Type)}",
                "a targeting key is a string or an integer, so name such an attribute");
        }
    }

    public void CheckFormula(JsonNode? bucketing)
    {
        if (bucketing is null)
        {
            return;
        }

        CheckedObject members = CheckedObject.Read(check, bucketing, BucketingMembers.Table);
        if (!members.Has(BucketingMembers.Algorithm))
        {
            check.Report(
                ManifestRules.MissingMember, members.Opening, BucketingMembers.Algorithm.Name, "write one of " + string.Join(", ", ManifestWords.BucketAlgorithms.Words));
        }

        BucketAlgorithm? algorithm = scalars.Word(BucketingMembers.Algorithm.Name, members[BucketingMembers.Algorithm], ManifestWords.BucketAlgorithms);
        if (members[BucketingMembers.Resolution] is { } resolution)
        {
            CheckResolution(resolution, algorithm);
        }
    }

    private void CheckResolution(JsonNode resolution, BucketAlgorithm? algorithm)
    {
        bool isWhole = NumberText.TryParseInt32(resolution.Text, out int buckets) && buckets > 0;
        if (!isWhole)
        {
            check.Report(ManifestRules.Bucketing, resolution.Range, $"divides its units into {Phrases.Shorten(resolution.Text)} buckets", "write a whole number above 0");
        }
        else if (algorithm == BucketAlgorithm.GrowthBook && buckets is not (1_000 or 10_000))
        {
            check.Report(
                ManifestRules.Bucketing, resolution.Range, $"divides its units into {buckets} buckets by GrowthBook's formula",
                "write 1000 for its version 1 or 10000 for its version 2");
        }
    }
}
