namespace Aurum.FlagGen.Evaluation;

/// <summary>Our own bucket formula, for arms.</summary>
internal sealed class HashSplitter : Splitter
{
    private readonly Murmur3 _prefix;

    /// <summary>Where each arm ends; the last one takes the rest.</summary>
    private readonly int[] _ends;

    public HashSplitter(AttributeReader key, string salt, ReadOnlySpan<double> weights)
        : base(key)
    {
        _prefix = Buckets.Prepare(salt, Buckets.SplitSeed);
        _ends = new int[weights.Length - 1];
        int end = 0;
        for (int i = 0; i < _ends.Length; i++)
        {
            end += Buckets.FromPercentage(weights[i]);
            _ends[i] = end;
        }
    }

    public override int Pick(ReadOnlySpan<char> id)
    {
        int bucket = Buckets.FromHash(_prefix.Finish(id));
        int[] ends = _ends;
        int arm = 0;
        while (arm < ends.Length && bucket >= ends[arm])
        {
            arm++;
        }

        return arm;
    }

    public override double GetPosition(ReadOnlySpan<char> id) => Buckets.FromHash(_prefix.Finish(id)) / (double)Buckets.PerPercent;
}
