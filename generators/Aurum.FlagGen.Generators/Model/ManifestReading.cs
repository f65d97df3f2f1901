namespace Aurum.FlagGen.Generators.Model;

/// <summary>What one reading of a manifest's text gives.</summary>
/// <param name="Manifest">All that is generated from it.</param>
/// <param name="Errors">All that is wrong with it.</param>
internal sealed record ManifestReading(ManifestModel Manifest, ManifestErrorsModel Errors);
