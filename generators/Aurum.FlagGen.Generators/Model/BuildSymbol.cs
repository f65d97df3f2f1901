namespace Aurum.FlagGen.Generators.Model;

/// <summary>A symbol that <c>#if</c> may ask for, and the flag whose value it says.</summary>
/// <param name="Name">The symbol.</param>
/// <param name="Key">The flag's key.</param>
internal sealed record BuildSymbol(string Name, string Key);
