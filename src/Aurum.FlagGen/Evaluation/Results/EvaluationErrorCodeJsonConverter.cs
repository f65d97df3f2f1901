using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen;

/// <summary>Reads and writes an error code by the name that OpenFeature gives it, such as <c>FLAG_NOT_FOUND</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EvaluationErrorCodeJsonConverter : JsonConverter<EvaluationErrorCode>
{
    /// <inheritdoc/>
    public override EvaluationErrorCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonWords.Read(ref reader, JsonWords.ErrorCodes);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EvaluationErrorCode value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(JsonWords.ErrorCodes.WordFor(value));
    }
}
