namespace Aurum.FlagGen.Evaluation;

/// <summary>Divides units among arms.</summary>
internal abstract class Splitter(AttributeReader key)
{
    /// <summary>The attribute that is the targeting key.</summary>
    public AttributeReader Key { get; } = key;

    /// <summary>The position of the unit's arm.</summary>
    /// <param name="id">The targeting key; not empty.</param>
    public abstract int Pick(ReadOnlySpan<char> id);

    /// <summary>The unit's bucket, in percent, for explanations.</summary>
    public abstract double GetPosition(ReadOnlySpan<char> id);
}
