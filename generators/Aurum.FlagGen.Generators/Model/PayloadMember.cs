namespace Aurum.FlagGen.Generators.Model;

/// <summary>A property of a payload's record.</summary>
/// <param name="Json">The member's name in the JSON.</param>
/// <param name="Property">The property's name, ready to be written.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Description">What the schema says of it.</param>
internal sealed record PayloadMember(string Json, string Property, PayloadType Type, string? Description);
