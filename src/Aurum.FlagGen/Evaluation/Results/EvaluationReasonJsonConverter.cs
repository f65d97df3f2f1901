using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen;

/// <summary>Reads and writes a reason by the name that OpenFeature gives it, such as <c>TARGETING_MATCH</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EvaluationReasonJsonConverter : JsonConverter<EvaluationReason>
{
    /// <inheritdoc/>
    public override EvaluationReason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonWords.Read(ref reader, JsonWords.Reasons);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EvaluationReason value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(JsonWords.Reasons.WordFor(value));
    }
}
