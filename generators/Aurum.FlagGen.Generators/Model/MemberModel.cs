namespace Aurum.FlagGen.Generators.Model;

/// <summary>A property of the generated class or of a group.</summary>
/// <param name="Name">The property's name, ready to be written.</param>
/// <param name="Type">The property's type, ready to be written.</param>
/// <param name="Kind">How its value is made.</param>
/// <param name="Maker">The method that makes it, if one does.</param>
/// <param name="Slot">A handle's flag's position in the embedded manifest.</param>
/// <param name="Documentation">What its documentation tells.</param>
internal sealed record MemberModel(string Name, string Type, MemberKind Kind, string? Maker, int Slot, FlagDocumentation Documentation);
