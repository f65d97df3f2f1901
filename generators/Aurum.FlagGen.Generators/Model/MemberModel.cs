namespace Aurum.FlagGen.Generators.Model;

/// <summary>A property of the generated class or of a group.</summary>
/// <param name="Name">The property's name, ready to be written.</param>
/// <param name="Type">The property's type, ready to be written.</param>
/// <param name="Kind">How its value is made.</param>
/// <param name="Slot">A handle's flag's position in the embedded manifest.</param>
/// <param name="Payload">The record of an object flag's value.</param>
/// <param name="Documentation">What its documentation tells.</param>
internal sealed record MemberModel(string Name, string Type, MemberKind Kind, int Slot, string? Payload, FlagDocumentation Documentation)
{
    /// <summary>The alias of the type of boolean flags. Two underscores are the compiler's and its tools' by the language's rules, so that no type of a user can have the name.</summary>
    public const string BooleanType = "__BooleanFlag";
}
