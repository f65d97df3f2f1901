namespace Aurum.FlagGen.Evaluation;

/// <summary>The part of a layer that a test owns, in buckets.</summary>
internal sealed class CompiledLayer(string name, AttributeReader key, string salt, int from, int to)
{
    private readonly HashRollout _bucket = new(key, salt, Buckets.LayerSeed);

    public string Name { get; } = name;

    public AttributeReader Key => _bucket.Key;

    public int From { get; } = from;

    public int To { get; } = to;

    public int GetBucket(ReadOnlySpan<char> id) => _bucket.GetBucket(id);

    public bool Includes(ReadOnlySpan<char> id)
    {
        int bucket = GetBucket(id);
        return bucket >= From && bucket < To;
    }
}
