namespace Aurum.FlagGen.Evaluation;

/// <summary>The formula of flagd's fractional operation.</summary>
internal sealed class FlagdFormula(FlagBucketing bucketing, string key) : BucketFormula
{
    private readonly Murmur3 _prefix = Murmur3.Start(0, bucketing.Seed ?? bucketing.Group ?? key);
    private readonly int _resolution = bucketing.Resolution ?? 100;

    protected override double Whole => _resolution;

    public override double Place(ReadOnlySpan<char> id) => ((ulong)_prefix.Finish(id) * (ulong)_resolution) >> 32;

    public override bool Includes(double place, int threshold) => place < ToUnits(threshold);

    public override double EndOf(double start, int weight, int total) => start + ToUnits(weight);

    private double ToUnits(int share) => Math.Round(share * (double)_resolution / Buckets.Total, MidpointRounding.AwayFromZero);
}
