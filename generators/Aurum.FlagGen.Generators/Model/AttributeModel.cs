namespace Aurum.FlagGen.Generators.Model;

/// <summary>A property of the generated context.</summary>
/// <param name="Path">The attribute's dotted path.</param>
/// <param name="Property">The property's name, ready to be written.</param>
/// <param name="Type">The property's type, nullable unless it is required.</param>
/// <param name="IsRequired">Whether every context must give it.</param>
/// <param name="Description">What the manifest says of it.</param>
/// <param name="ValuesType">The name of the class with its values; null where any value will do.</param>
/// <param name="Values">Its values.</param>
internal sealed record AttributeModel(string Path, string Property, string Type, bool IsRequired, string? Description, string? ValuesType, EquatableArray<NamedText> Values);
