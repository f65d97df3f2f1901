namespace Aurum.FlagGen;

/// <summary>A named value of a flag.</summary>
/// <param name="Name">The name; begins with a letter.</param>
/// <param name="Value">The value; of a flag of type <see cref="FlagType.Variant"/>, the name itself.</param>
public sealed record FlagVariant(string Name, FlagValue Value);
