namespace Aurum.FlagGen;

/// <content>Evaluating: from memory, at once.</content>
public sealed partial class FeatureFlagManager
{
    /// <summary>Whether a flag is on.</summary>
    /// <param name="key">The flag's key; a flag that does not exist is off.</param>
    /// <param name="userContext">The user's attributes.</param>
    /// <param name="featureContext">Attributes that are looked up first.</param>
    public ValueTask<bool> IsEnabledAsync(
        string key, IReadOnlyDictionary<string, object?> userContext, IReadOnlyDictionary<string, object?>? featureContext = null) =>
        IsEnabledAsync(key, FlagContext.From(userContext, featureContext));

    /// <summary>Whether a flag is on.</summary>
    /// <param name="key">The flag's key; a flag that does not exist is off.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public ValueTask<bool> IsEnabledAsync(string key, FlagContext? context = null) => ValueTask.FromResult(Engine.IsEnabled(key, context));

    /// <summary>The name of the variant that a flag gives.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="userContext">The user's attributes.</param>
    /// <param name="featureContext">Attributes that are looked up first.</param>
    /// <returns>The variant, or null where the flag gives none or does not exist.</returns>
    public ValueTask<string?> GetVariantAsync(
        string key, IReadOnlyDictionary<string, object?> userContext, IReadOnlyDictionary<string, object?>? featureContext = null) =>
        GetVariantAsync(key, FlagContext.From(userContext, featureContext));

    /// <summary>The name of the variant that a flag gives.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    /// <returns>The variant, or null where the flag gives none or does not exist.</returns>
    public ValueTask<string?> GetVariantAsync(string key, FlagContext? context = null) => ValueTask.FromResult(Engine.GetVariant(key, context));

    /// <summary>Every flag for one context, all of one version.</summary>
    /// <param name="userContext">The user's attributes.</param>
    /// <param name="featureContext">Attributes that are looked up first.</param>
    public ValueTask<IReadOnlyList<FlagEvaluation<FlagValue>>> EvaluateAllAsync(
        IReadOnlyDictionary<string, object?> userContext, IReadOnlyDictionary<string, object?>? featureContext = null) =>
        EvaluateAllAsync(FlagContext.From(userContext, featureContext));

    /// <summary>Every flag for one context, all of one version.</summary>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public ValueTask<IReadOnlyList<FlagEvaluation<FlagValue>>> EvaluateAllAsync(FlagContext? context = null) => ValueTask.FromResult(Engine.EvaluateAll(context));

    /// <summary>Tells a decision step by step.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="userContext">The user's attributes.</param>
    /// <param name="featureContext">Attributes that are looked up first.</param>
    public ValueTask<FlagExplanation> ExplainAsync(
        string key, IReadOnlyDictionary<string, object?> userContext, IReadOnlyDictionary<string, object?>? featureContext = null) =>
        ExplainAsync(key, FlagContext.From(userContext, featureContext));

    /// <summary>Tells a decision step by step.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public ValueTask<FlagExplanation> ExplainAsync(string key, FlagContext? context = null) => ValueTask.FromResult(Engine.Explain(key, context));
}
