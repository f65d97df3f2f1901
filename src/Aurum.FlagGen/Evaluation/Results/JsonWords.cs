using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>The words that the members of enumerations are in JSON.</summary>
internal static class JsonWords
{
    public static readonly WordList<EvaluationReason> Reasons = Of<EvaluationReason>();

    public static readonly WordList<EvaluationErrorCode> ErrorCodes = Of<EvaluationErrorCode>();

    public static readonly WordList<FlagSource> Sources = Of<FlagSource>();

    /// <summary>The names that OpenFeature gives its reasons and codes: TARGETING_MATCH.</summary>
    private static WordList<T> Of<T>()
        where T : struct, Enum =>
        new([.. Enum.GetValues<T>().Select(static value => new Word<T>(WordFor(value.ToString()), value))]);

    private static string WordFor(string name) =>
        string.Concat(name.Select(static (letter, index) => index > 0 && char.IsUpper(letter) ? "_" + letter : char.ToUpperInvariant(letter).ToString()));
}
