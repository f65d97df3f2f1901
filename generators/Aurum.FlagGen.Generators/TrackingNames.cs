namespace Aurum.FlagGen.Generators;

/// <summary>The names of the pipeline's steps.</summary>
internal static class TrackingNames
{
    public const string Files = nameof(Files);
    public const string Texts = nameof(Texts);
    public const string Sources = nameof(Sources);
    public const string Readings = nameof(Readings);
    public const string Manifests = nameof(Manifests);
    public const string Identities = nameof(Identities);
    public const string Referenced = nameof(Referenced);
    public const string Owners = nameof(Owners);
    public const string Errors = nameof(Errors);
    public const string Unprinted = nameof(Unprinted);
    public const string Accessors = nameof(Accessors);
    public const string Groups = nameof(Groups);
    public const string Types = nameof(Types);
    public const string Context = nameof(Context);
    public const string Keys = nameof(Keys);
    public const string CompileTime = nameof(CompileTime);
    public const string Catalog = nameof(Catalog);
    public const string CatalogParts = nameof(CatalogParts);

    /// <summary>Every step, in the order of the pipeline.</summary>
    public static readonly string[] All = [Files, Texts, Sources, Readings, Manifests, Identities, Referenced, Owners, Errors, Unprinted, Accessors, Groups, Types, Context, Keys, CompileTime, Catalog, CatalogParts];
}
