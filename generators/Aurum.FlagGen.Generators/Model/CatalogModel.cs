namespace Aurum.FlagGen.Generators.Model;

/// <summary>The manifest as the run time needs it.</summary>
/// <param name="Names">The names of what is generated.</param>
/// <param name="Parts">Pieces of the minified text, which make it one after the other; the position of a flag in it is the position of its slot.</param>
internal sealed record CatalogModel(OutputNames Names, EquatableArray<string> Parts) : IOutputModel;
