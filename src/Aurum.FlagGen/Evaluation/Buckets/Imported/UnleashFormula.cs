namespace Aurum.FlagGen.Evaluation;

/// <summary>The formula of Unleash: a hundred places for a percentage, numbered from 1, and as many as the weights' sum for variants.</summary>
internal sealed class UnleashFormula(FlagBucketing bucketing, string key) : BucketFormula
{
    private const int Places = 100;

    private readonly Murmur3 _rollout = Buckets.Prepare(bucketing.Group ?? key, Buckets.RolloutSeed);
    private readonly Murmur3 _split = Buckets.Prepare(bucketing.Group ?? key, Buckets.SplitSeed);
    private readonly int _resolution = bucketing.Resolution ?? Places;

    protected override double Whole => Places;

    protected override double WholeOfSplit => _resolution;

    public override double Place(ReadOnlySpan<char> id) => (_rollout.Finish(id) % Places) + 1;

    public override double PlaceInSplit(ReadOnlySpan<char> id) => _split.Finish(id) % (uint)_resolution;

    public override bool Includes(double place, int threshold) => place * Buckets.PerPercent <= threshold;

    public override double EndOf(double start, int weight, int total) =>
        start + Math.Round(weight * (double)_resolution / Buckets.Total, MidpointRounding.AwayFromZero);
}
