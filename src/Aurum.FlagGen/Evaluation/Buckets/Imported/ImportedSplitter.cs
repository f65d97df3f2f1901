namespace Aurum.FlagGen.Evaluation;

/// <summary>Another system's formula, for arms: the first whose part, together with those before it, reaches past the unit; the last takes the rest.</summary>
internal sealed class ImportedSplitter : Splitter
{
    private readonly BucketFormula _formula;
    private readonly double[] _ends;

    public ImportedSplitter(AttributeReader key, BucketFormula formula, ReadOnlySpan<double> weights)
        : base(key)
    {
        _formula = formula;
        _ends = new double[weights.Length - 1];

        // Weights have three decimals: summed as thousandths they stay exact.
        int total = 0;
        double end = 0;
        for (int i = 0; i < _ends.Length; i++)
        {
            int weight = Buckets.FromPercentage(weights[i]);
            total += weight;
            end = formula.EndOf(end, weight, total);
            _ends[i] = end;
        }
    }

    public override int Pick(ReadOnlySpan<char> id)
    {
        double place = _formula.PlaceInSplit(id);
        int arm = 0;
        while (arm < _ends.Length && place >= _ends[arm])
        {
            arm++;
        }

        return arm;
    }

    public override double GetPosition(ReadOnlySpan<char> id) => _formula.ToPercentOfSplit(_formula.PlaceInSplit(id));
}
