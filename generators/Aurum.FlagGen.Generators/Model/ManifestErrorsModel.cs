using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Generators.Model;

/// <summary>All that is wrong with one manifest.</summary>
/// <param name="Path">The manifest's path.</param>
/// <param name="Names">The names that it claims.</param>
/// <param name="ClassPlace">Where its class is named, or the file's beginning where it is not.</param>
/// <param name="Errors">In the order of the text.</param>
/// <param name="Symbols">The symbols that it makes, each once.</param>
internal sealed record ManifestErrorsModel(
    string Path, OutputNames Names, TextPlace ClassPlace, EquatableArray<ManifestErrorModel> Errors, EquatableArray<PlacedSymbol> Symbols)
{
    /// <summary>What other manifests of the project must know of this one.</summary>
    public ManifestIdentity Identity => new(Path, Names, IsForeign, new([.. Symbols.Select(static placed => placed.Symbol)]));

    /// <summary>Whether the file is another tool's, so that any other manifest's claim to the class is better.</summary>
    public bool IsForeign => Errors.Any(static error => error.Id == ManifestRules.Foreign.Id);
}
