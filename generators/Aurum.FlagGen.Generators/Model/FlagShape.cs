namespace Aurum.FlagGen.Generators.Model;

/// <summary>The members by which a struct of its own, or a group that is a flag as well, gives access to a flag.</summary>
internal sealed record FlagShape
{
    public required string Key { get; init; }

    /// <summary>The member of the runtime's <c>FlagType</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The runtime's handle, ready to be written; null for a compile-time flag.</summary>
    public string? Handle { get; init; }

    /// <summary>The flag's position in the embedded manifest.</summary>
    public int Slot { get; init; }

    /// <summary>The value of a compile-time flag: a literal, or the switch that has it.</summary>
    public string Value { get; init; } = "false";

    /// <summary>The C# type of the value.</summary>
    public required string ValueType { get; init; }

    /// <summary>The record that is the value of an object flag with a schema.</summary>
    public string? Payload { get; init; }

    /// <summary><c>GetValue</c>, <c>GetVariant</c>, or null for a boolean flag, whose value is <c>IsEnabled</c>.</summary>
    public string? Getter { get; init; }

    /// <summary>The variants by which <c>Match</c> tells; none for a flag that is no variant flag.</summary>
    public EquatableArray<VariantModel> Variants { get; init; }

    /// <summary>The enum of tracked events, fully qualified, or null.</summary>
    public string? EventType { get; init; }

    public EquatableArray<NamedText> Events { get; init; }
}
