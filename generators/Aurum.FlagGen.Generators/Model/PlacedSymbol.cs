namespace Aurum.FlagGen.Generators.Model;

/// <summary>A symbol and where its flag stands.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Place">The flag's key.</param>
internal sealed record PlacedSymbol(BuildSymbol Symbol, TextPlace Place);
