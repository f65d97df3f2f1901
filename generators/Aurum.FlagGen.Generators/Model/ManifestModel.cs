namespace Aurum.FlagGen.Generators.Model;

/// <summary>All that is generated from one manifest, one model for each file, so that an edit writes again only the files that it touches.</summary>
/// <remarks>The whole model is made of strings, numbers and arrays that compare by value: it outlives the compilation that it came from.</remarks>
internal sealed record ManifestModel(
    string Path,
    OutputNames Names,
    AccessorsModel Accessors,
    EquatableArray<GroupsModel> Groups,
    TypesModel Types,
    ContextModel Context,
    EquatableArray<KeysModel> Keys,
    CompileTimeModel CompileTime,
    CatalogModel Catalog,
    EquatableArray<CatalogPartModel> CatalogParts);
