using System.Diagnostics.CodeAnalysis;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

public sealed partial record FeatureFlag
{
    /// <summary>Reads a definition from JSON.</summary>
    /// <param name="json">An object with the member <c>key</c>; comments and trailing commas are accepted.</param>
    /// <exception cref="ArgumentException">The text is not the JSON of a flag; the message names the place and what to write there.</exception>
    /// <remarks>Whether the definition makes sense is not asked: that is what <c>FeatureFlagManager</c> does before it writes.</remarks>
    public static FeatureFlag Parse(string json) =>
        TryParse(json, out FeatureFlag? flag, out string? fault) ? flag : throw new ArgumentException(fault, nameof(json));

    /// <summary>Reads a definition from JSON.</summary>
    /// <param name="json">An object with the member <c>key</c>; comments and trailing commas are accepted.</param>
    /// <param name="flag">The definition, or null.</param>
    /// <param name="fault">Null, or a sentence that names the place of the fault and what to write there.</param>
    /// <returns>Whether the text is the JSON of a flag.</returns>
    public static bool TryParse(string json, [NotNullWhen(true)] out FeatureFlag? flag, [NotNullWhen(false)] out string? fault)
    {
        ArgumentNullException.ThrowIfNull(json);
        flag = null;
        JsonReadResult result = JsonReader.Read(json);
        if (result.Root is null || result.Faults.Count > 0)
        {
            fault = result.Faults.Count > 0 ? $"The flag is not JSON: {result.Faults[0].Message}" : "The flag's JSON is empty; write an object.";
            return false;
        }

        NodeReader reader = new();
        flag = FlagJson.Read(key: null, result.Root, reader);
        fault = flag is null ? reader.Describe(result.Root, "The flag") : null;
        return flag is not null;
    }

    /// <summary>The definition as compact JSON: snake_case, in a fixed order, without what has its default. Equal definitions give equal texts.</summary>
    public string ToJson() => FlagJson.Write(this);
}
