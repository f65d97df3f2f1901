using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aurum.FlagGen;

namespace Aurum.Samples.Dashboard;

/// <summary>A flag on the page: the C# that asks for it, what it gave, and why.</summary>
/// <param name="Value">As C# writes it.</param>
/// <param name="Reason">In OpenFeature's terms.</param>
/// <param name="Rule">The position of the rule that decided, from 1, or null.</param>
/// <param name="Rules">How many rules were asked.</param>
/// <param name="Place">Where the user stands on the percentage that was asked last, or null.</param>
/// <param name="Steps">The whole decision as text.</param>
internal sealed record FlagView(
    string Key, string Type, string Code, string Value, string Reason, int? Rule, int Rules, IReadOnlyList<Word> Why, PlaceView? Place, string Steps)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="code">What was written in place of <paramref name="value"/>.</param>
    public static FlagView Of<T>(FlagType type, T value, FlagExplanation explanation, [CallerArgumentExpression(nameof(value))] string code = "") => new(
        explanation.Key,
        explanation.Status is null ? $"{type.ToString().ToLowerInvariant()}, compile time" : type.ToString().ToLowerInvariant(),
        code.Replace("features.", "Features.", StringComparison.Ordinal),
        value is Enum variant ? variant.ToString() : JsonSerializer.Serialize(value, Readable),
        JsonNamingPolicy.SnakeCaseUpper.ConvertName(explanation.Reason.ToString()),
        explanation.RuleIndex + 1,
        explanation.Rules.Count,
        Dashboard.Why.Of(explanation),
        PlaceView.Of(explanation),
        explanation.ToString());
}
