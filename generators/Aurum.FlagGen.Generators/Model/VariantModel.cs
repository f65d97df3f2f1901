namespace Aurum.FlagGen.Generators.Model;

/// <summary>A variant of a flag: its name in the manifest, its member of the enum and its parameter of <c>Match</c>.</summary>
internal sealed record VariantModel(string Text, string Member, string Parameter);
