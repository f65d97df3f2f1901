namespace Aurum.FlagGen.Evaluation;

/// <summary>Our own bucket formula, for a percentage.</summary>
internal sealed class HashRollout(AttributeReader key, string salt, uint seed) : Rollout(key)
{
    private readonly Murmur3 _prefix = Buckets.Prepare(salt, seed);

    public override bool Includes(ReadOnlySpan<char> id, int threshold) => GetBucket(id) < threshold;

    public override double GetPosition(ReadOnlySpan<char> id) => GetBucket(id) / (double)Buckets.PerPercent;

    public int GetBucket(ReadOnlySpan<char> id) => Buckets.FromHash(_prefix.Finish(id));
}
