namespace Aurum.FlagGen.Evaluation;

/// <summary>Another system's way from a targeting key to a place, in that system's own unit.</summary>
internal abstract class BucketFormula
{
    /// <summary>How many of the formula's units are the whole.</summary>
    protected abstract double Whole { get; }

    /// <summary>The same for a split.</summary>
    protected virtual double WholeOfSplit => Whole;

    /// <summary>Where a percentage looks for the unit.</summary>
    public abstract double Place(ReadOnlySpan<char> id);

    /// <summary>Where a split looks for the unit.</summary>
    public virtual double PlaceInSplit(ReadOnlySpan<char> id) => Place(id);

    /// <summary>Whether a place is within a percentage.</summary>
    /// <param name="place">The place.</param>
    /// <param name="threshold">The percentage in thousandths: a single division of whole numbers comes out as the other system's own fraction does, two do not.</param>
    public virtual bool Includes(double place, int threshold) => place < threshold * Whole / Buckets.Total;

    /// <summary>Where an arm ends.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="weight">Its share, in thousandths of a percent.</param>
    /// <param name="total">Its share and that of those before it, in thousandths of a percent.</param>
    public virtual double EndOf(double start, int weight, int total) => total * WholeOfSplit / Buckets.Total;

    public double ToPercent(double place) => place * 100 / Whole;

    public double ToPercentOfSplit(double place) => place * 100 / WholeOfSplit;
}
