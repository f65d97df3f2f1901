namespace Aurum.FlagGen.Generators.Model;

/// <summary>A piece of the embedded manifest with some of the flags, in a file of its own, so that an edit writes again only the piece around it.</summary>
/// <param name="Names">The names of what is generated.</param>
/// <param name="Index">The piece's position, from 1 on.</param>
/// <param name="Flags">The flags as members of an object, without what parts them.</param>
/// <param name="Shape">A number that changes with all of these flags on which generated code depends, and not with the values that they give.</param>
internal sealed record CatalogPartModel(OutputNames Names, int Index, EquatableArray<string> Flags, ulong Shape) : IOutputModel;
