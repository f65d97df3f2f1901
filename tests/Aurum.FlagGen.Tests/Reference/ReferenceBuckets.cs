using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>What a bucket is made of, and who stands where. The members are what applies to a rule or to a test after its own have replaced the flag's.</summary>
/// <param name="FlagKey">The flag's key.</param>
/// <param name="Salt">The salt: the rule's or the test's, else the flag's, else the flag's key; an empty one counts.</param>
/// <param name="BucketBy">The attribute that is the targeting key.</param>
/// <param name="Formula">Another system's formula, or null.</param>
internal sealed record ReferenceBuckets(string FlagKey, string Salt, string BucketBy, JsonElement? Formula)
{
    public const uint SplitSeed = 86028157;
    public const uint LayerSeed = 2654435769;

    /// <summary>A rule's salt, attribute and formula replace the flag's.</summary>
    public static ReferenceBuckets OfRule(ReferenceFlag flag, JsonElement rule) => new(
        flag.Key,
        ReferenceJson.TextMember(rule, "salt") ?? flag.Salt,
        ReferenceJson.TextMember(rule, "bucket_by") ?? flag.BucketBy,
        ReferenceJson.Member(rule, "bucketing") ?? ReferenceJson.Member(flag.Json, "bucketing"));

    /// <summary>A test's salt and attribute replace the flag's.</summary>
    public static ReferenceBuckets OfTest(ReferenceFlag flag, JsonElement test) => new(
        flag.Key,
        ReferenceJson.TextMember(test, "salt") ?? flag.Salt,
        ReferenceJson.TextMember(test, "bucket_by") ?? flag.BucketBy,
        ReferenceJson.Member(flag.Json, "bucketing"));

    /// <summary>The bucket, of 100,000, is the hash's place in the range of 32 bits.</summary>
    public static ulong Bucket(string salt, string targetingKey, uint seed) =>
        unchecked((ReferenceMurmur3.Hash(salt + ":" + targetingKey, seed) * 100000UL) >> 32);

    /// <summary>A unit is in a rollout when its bucket lies below a thousand times the percentage. Nobody is in at 0 and everybody at 100, without a bucket.</summary>
    /// <returns>Whether it is; null where a targeting key was needed and is missing.</returns>
    public bool? IsInRollout(decimal percentage, ReferenceContext context)
    {
        if (percentage <= 0 || percentage >= 100)
        {
            return percentage >= 100;
        }

        if (context.TargetingKey(BucketBy) is not { } key)
        {
            return null;
        }

        return Formula is { } formula
            ? new ReferenceImportedFormula(formula, FlagKey, Salt).IsInRollout(key, percentage)
            : Bucket(Salt, key, seed: 0) < percentage * 1000;
    }

    /// <summary>A split with one arm that weighs anything needs no bucket.</summary>
    /// <returns>The arm's name; null where a targeting key was needed and is missing.</returns>
    public string? Arm(IReadOnlyList<(string Name, decimal Weight)> arms, ReferenceContext context)
    {
        (string Name, decimal Weight)[] weighted = [.. arms.Where(static arm => arm.Weight > 0)];
        if (weighted.Length == 1)
        {
            return weighted[0].Name;
        }

        if (context.TargetingKey(BucketBy) is not { } key)
        {
            return null;
        }

        return Formula is { } formula
            ? new ReferenceImportedFormula(formula, FlagKey, Salt).Arm(key, weighted)
            : OurArm(Bucket(Salt, key, SplitSeed), weighted);
    }

    /// <summary>Each weight becomes a whole number out of 100,000, halves away from zero; the last arm takes the rest.</summary>
    private static string OurArm(ulong bucket, (string Name, decimal Weight)[] weighted)
    {
        decimal end = 0;
        foreach ((string name, decimal weight) in weighted)
        {
            end += Math.Round(weight * 1000, MidpointRounding.AwayFromZero);
            if (bucket < end)
            {
                return name;
            }
        }

        return weighted[^1].Name;
    }
}
