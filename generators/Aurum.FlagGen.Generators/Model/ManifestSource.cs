namespace Aurum.FlagGen.Generators.Model;

/// <summary>All that is generated from depends on: a manifest's text and what the project says of it.</summary>
internal sealed record ManifestSource(ManifestFile File, string Text);
