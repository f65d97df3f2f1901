using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>How a flag's test stood to a unit.</summary>
public sealed record TestExplanation
{
    /// <summary>Whether the test gave the unit an arm.</summary>
    [JsonPropertyName("is_running")]
    public required bool IsRunning { get; init; }

    /// <summary>Why not, in a few words; null where it did.</summary>
    [JsonPropertyName("because")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Because { get; init; }

    /// <summary>When the test runs, or null where it always does.</summary>
    [JsonPropertyName("window")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WindowExplanation? Window { get; init; }

    /// <summary>The layer's name, or null.</summary>
    [JsonPropertyName("layer")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Layer { get; init; }

    /// <summary>Where the test's part of the layer begins, in percent.</summary>
    [JsonPropertyName("layer_from")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? LayerFrom { get; init; }

    /// <summary>Where it ends, in percent.</summary>
    [JsonPropertyName("layer_to")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? LayerTo { get; init; }

    /// <summary>The unit's bucket in the layer, in percent.</summary>
    [JsonPropertyName("layer_bucket")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? LayerBucket { get; init; }

    /// <summary>How the arm was chosen, or null.</summary>
    [JsonPropertyName("split")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SplitExplanation? Split { get; init; }
}
