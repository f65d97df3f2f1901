using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Evaluation;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen;

/// <summary>Writes enumerations of the library as their words: reasons and error codes as OpenFeature does, statuses as flags.json does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagWordJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => Create(typeToConvert) is not null;

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Create(typeToConvert);

    // Each is named, and none is made by reflection, so that a program without dynamic code has them.
    private static JsonConverter? Create(Type type) => type switch
    {
        _ when type == typeof(EvaluationReason) => new Converter<EvaluationReason>(JsonWords.Reasons),
        _ when type == typeof(EvaluationErrorCode) => new Converter<EvaluationErrorCode>(JsonWords.ErrorCodes),
        _ when type == typeof(FlagSource) => new Converter<FlagSource>(JsonWords.Sources),
        _ when type == typeof(FeatureFlagStatus) => new Converter<FeatureFlagStatus>(ManifestWords.Statuses),
        _ => null,
    };

    private sealed class Converter<T>(WordList<T> words) : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && words.TryFind(reader.GetString()!, out T meaning)
                ? meaning
                : throw new JsonException($"Write one of {string.Join(", ", words.Words)}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(words.WordFor(value));
    }
}
