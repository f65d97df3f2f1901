using System.Diagnostics.CodeAnalysis;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Percentages and splits of one flag → rollouts and splitters, by our formula or an imported one.</summary>
/// <param name="flag">The flag.</param>
/// <param name="readers">Read attributes.</param>
/// <param name="variants">Its variants.</param>
/// <param name="refusal">What the build would refuse in the flag's own formula; null where it would take it.</param>
internal sealed class SplitCompiler(FeatureFlag flag, AttributeReaders readers, VariantTable variants, string? refusal)
{
    public AttributeReader GetKey(string? bucketBy) => readers.Get(bucketBy ?? flag.BucketBy ?? FlagContext.UserIdPath);

    public bool TryCompileRollout(FeatureFlagRule rule, [NotNullWhen(true)] out Rollout? rollout, out string? fault)
    {
        SplitSource source = new(rule.Salt, rule.BucketBy, rule.Bucketing);
        rollout = null;
        if (!TryGetFormula(source, out BucketFormula? formula, out fault))
        {
            return false;
        }

        AttributeReader key = GetKey(source.BucketBy);
        rollout = formula is null ? new HashRollout(key, GetSalt(source), Buckets.RolloutSeed) : new ImportedRollout(key, formula);
        return true;
    }

    /// <param name="arms">The arms as written.</param>
    /// <param name="source">What replaces the flag's salt, key and formula.</param>
    /// <param name="addOutcome">Makes what an arm serves, of its name and value.</param>
    /// <param name="split">The split.</param>
    /// <param name="fault">What is wrong.</param>
    public bool TryCompile(
        IReadOnlyList<VariantWeight> arms,
        SplitSource source,
        Func<string, FlagValue, FlagOutcome> addOutcome,
        [NotNullWhen(true)] out CompiledSplit? split,
        out string? fault)
    {
        split = null;
        if (!Buckets.AreShares(arms))
        {
            fault = "The weights of its arms are not percentages that sum to 100.";
            return false;
        }

        if (!TryGetFormula(source, out BucketFormula? formula, out fault))
        {
            return false;
        }

        List<FlagValue> values = [];
        for (int i = 0; i < arms.Count; i++)
        {
            if (!variants.TryGetValue(arms[i].Variant, out FlagValue? value))
            {
                fault = $"Its arm '{arms[i].Variant}' is no variant of the flag.";
                return false;
            }

            values.Add(value);
        }

        List<FlagOutcome> outcomes = [];
        double[] weights = new double[arms.Count];
        for (int i = 0; i < arms.Count; i++)
        {
            if (Buckets.FromPercentage(arms[i].Weight) > 0)
            {
                weights[outcomes.Count] = arms[i].Weight;
                outcomes.Add(addOutcome(arms[i].Variant, values[i]));
            }
        }

        split = new CompiledSplit([.. outcomes], CreateSplitter(source, formula, weights.AsSpan(0, outcomes.Count)));
        return true;
    }

    private Splitter? CreateSplitter(SplitSource source, BucketFormula? formula, ReadOnlySpan<double> weights)
    {
        if (weights.Length == 1)
        {
            return null;
        }

        AttributeReader key = GetKey(source.BucketBy);
        return formula is null ? new HashSplitter(key, GetSalt(source), weights) : new ImportedSplitter(key, formula, weights);
    }

    private string GetSalt(SplitSource source) => source.Salt ?? flag.Salt ?? flag.Key;

    /// <summary>The imported formula, or null where ours serves.</summary>
    private bool TryGetFormula(SplitSource source, out BucketFormula? formula, out string? fault)
    {
        formula = null;
        fault = null;
        if ((source.Bucketing ?? flag.Bucketing) is not { } bucketing)
        {
            return true;
        }

        if (source.Bucketing is null && refusal is not null)
        {
            fault = refusal;
            return false;
        }

        if (bucketing.Resolution <= 0)
        {
            fault = $"Its bucketing has the resolution {bucketing.Resolution}; it must be positive.";
            return false;
        }

        if (!ManifestWords.BucketAlgorithms.TryFind(bucketing.Algorithm, out BucketAlgorithm algorithm))
        {
            fault = $"Its bucketing names the algorithm '{bucketing.Algorithm}', which does not exist.";
            return false;
        }

        formula = algorithm switch
        {
            BucketAlgorithm.Microsoft => new MicrosoftFormula(bucketing, flag.Key),
            BucketAlgorithm.Unleash => new UnleashFormula(bucketing, flag.Key),
            BucketAlgorithm.Flagd => new FlagdFormula(bucketing, flag.Key),
            BucketAlgorithm.LaunchDarkly => new LaunchDarklyFormula(bucketing, flag.Key, GetSalt(source)),
            BucketAlgorithm.ConfigCat => new ConfigCatFormula(bucketing, flag.Key),
            _ when bucketing.Resolution is null or GrowthBookFormula.FirstVersion or GrowthBookFormula.SecondVersion => new GrowthBookFormula(bucketing, flag.Key),
            _ => null,
        };

        fault = formula is null ? $"Its bucketing has the resolution {bucketing.Resolution}; {bucketing.Algorithm} knows 10000 and 1000." : null;
        return formula is not null;
    }
}
