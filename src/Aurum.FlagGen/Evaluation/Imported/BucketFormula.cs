namespace Aurum.FlagGen.Evaluation.Imported;

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
    public virtual bool Includes(double place, double percentage) => place < percentage * Whole / 100;

    /// <summary>Where an arm ends.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="weight">Its share in percent.</param>
    /// <param name="total">Its share and that of those before it, in percent.</param>
    public virtual double EndOf(double start, double weight, double total) => total * WholeOfSplit / 100;

    public double ToPercent(double place) => place * 100 / Whole;

    public double ToPercentOfSplit(double place) => place * 100 / WholeOfSplit;
}
