namespace Aurum.FlagGen.Generators.Model;

/// <summary>A piece of the embedded manifest with some of the flags, in a file of its own, so that an edit writes again only the piece around it.</summary>
/// <param name="Names">The names of what is generated.</param>
/// <param name="Index">The piece's position, from 1 on.</param>
/// <param name="Text">The piece, which neither begins nor ends with a quotation mark.</param>
internal sealed record CatalogPartModel(OutputNames Names, int Index, string Text) : IOutputModel;
