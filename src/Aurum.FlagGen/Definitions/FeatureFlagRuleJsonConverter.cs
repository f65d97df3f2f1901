using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>Reads and writes a rule as it stands in a definition.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FeatureFlagRuleJsonConverter : JsonConverter<FeatureFlagRule>
{
    /// <inheritdoc/>
    public override FeatureFlagRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonNode node = DefinitionJson.Read(ref reader);
        NodeReader nodes = new();
        FeatureFlagRule rule = RuleJson.Read(node, nodes);
        return nodes.HasFault ? throw new JsonException(nodes.Describe(node, "The rule")) : rule;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FeatureFlagRule value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteRawValue(RuleJson.Write(value));
    }
}
