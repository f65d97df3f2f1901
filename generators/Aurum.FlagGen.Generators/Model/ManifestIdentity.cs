namespace Aurum.FlagGen.Generators.Model;

/// <summary>A manifest and the names that it claims.</summary>
internal sealed record ManifestIdentity(string Path, OutputNames Names);
