using Aurum.FlagGen;

namespace Aurum.Samples.Dashboard;

/// <summary>A widget of the page: what its flag gave, and why.</summary>
internal sealed record WidgetView(string Key, string Type, object? Value, string? Variant, string Reason, string? Rule, string? Error, bool IsStale, object? Effect)
{
    /// <summary>Makes the view of an evaluation.</summary>
    /// <param name="effect">What the application does with the value.</param>
    public static WidgetView From<T>(FlagType type, FlagEvaluation<T> evaluation, object? effect) => new(
        evaluation.Key,
        type.ToString(),
        evaluation.Value is Enum name ? name.ToString() : evaluation.Value,
        evaluation.Variant,
        evaluation.Reason.ToString(),
        evaluation.RuleName,
        evaluation.ErrorMessage,
        evaluation.IsStale,
        effect);
}
