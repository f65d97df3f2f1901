namespace Aurum.FlagGen.Generators.Model;

/// <summary>The manifest as the run time needs it.</summary>
/// <param name="Names">The names of what is generated.</param>
/// <param name="Json">The minified text; the position of a flag in it is the position of its slot.</param>
internal sealed record CatalogModel(OutputNames Names, string Json) : IOutputModel;
