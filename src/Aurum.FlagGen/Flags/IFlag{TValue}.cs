namespace Aurum.FlagGen;

/// <summary>A flag whose values are of one type: what takes a flag together with one of its values asks for this, so that the compiler checks that they fit.</summary>
/// <typeparam name="TValue">The type of the flag's value; of a variant flag, its generated enum.</typeparam>
public interface IFlag<TValue> : IFlag
{
    /// <summary>The flag's value, with why it is so.</summary>
    /// <param name="context">Who asks; null for the ambient context.</param>
    FlagEvaluation<TValue> Evaluate(FlagContext? context = null);
}
