using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>A condition whose operator is known, with what its value is compared with.</summary>
internal sealed class Condition
{
    public required string Path { get; init; }

    /// <summary>The declared attribute, or null where any attribute may be used.</summary>
    public required ManifestAttribute? Attribute { get; init; }

    public required ConditionOperatorInfo Operator { get; init; }

    /// <summary>Where the operator stands; of a bare value, the value.</summary>
    public required TextRange OperatorRange { get; init; }

    public required JsonNode Value { get; init; }

    /// <summary>Whether it has a value of a kind that can be read; where it has none, only its operator can be looked at.</summary>
    public bool HasValue { get; init; } = true;

    public ConditionValueType? ValueType { get; init; }

    public bool IgnoresCase { get; init; }

    public bool IsNegated { get; init; }

    /// <summary>The values one by one: those of a list, else the value alone.</summary>
    public IReadOnlyList<JsonNode> Values => field ??= Value.Kind == JsonKind.Array ? Value.Items : [Value];
}
