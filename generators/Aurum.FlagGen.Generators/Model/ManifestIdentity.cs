namespace Aurum.FlagGen.Generators.Model;

/// <summary>A manifest and the names that it claims.</summary>
/// <param name="Path">The manifest's path.</param>
/// <param name="Names">The names.</param>
/// <param name="IsForeign">Whether the file is another tool's.</param>
/// <param name="Symbols">The symbols that it makes for <c>#if</c>.</param>
internal sealed record ManifestIdentity(string Path, OutputNames Names, bool IsForeign, EquatableArray<BuildSymbol> Symbols);
