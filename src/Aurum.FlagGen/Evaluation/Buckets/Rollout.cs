namespace Aurum.FlagGen.Evaluation;

/// <summary>Decides who is within a percentage.</summary>
internal abstract class Rollout(AttributeReader key)
{
    /// <summary>The attribute that is the targeting key.</summary>
    public AttributeReader Key { get; } = key;

    /// <summary>Whether a unit is in.</summary>
    /// <param name="id">The targeting key; not empty.</param>
    /// <param name="threshold">The percentage in thousandths.</param>
    public abstract bool Includes(ReadOnlySpan<char> id, int threshold);

    /// <summary>The unit's bucket, in percent, for explanations.</summary>
    public abstract double GetPosition(ReadOnlySpan<char> id);
}
