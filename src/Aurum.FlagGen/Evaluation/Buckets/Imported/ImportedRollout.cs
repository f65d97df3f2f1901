namespace Aurum.FlagGen.Evaluation;

/// <summary>Another system's formula, for a percentage.</summary>
internal sealed class ImportedRollout(AttributeReader key, BucketFormula formula) : Rollout(key)
{
    public override bool Includes(ReadOnlySpan<char> id, int threshold) => formula.Includes(formula.Place(id), threshold);

    public override double GetPosition(ReadOnlySpan<char> id) => formula.ToPercent(formula.Place(id));
}
