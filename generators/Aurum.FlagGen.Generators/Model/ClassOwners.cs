namespace Aurum.FlagGen.Generators.Model;

/// <summary>Who has which generated class.</summary>
/// <param name="Manifests">The manifests of the project that have theirs.</param>
/// <param name="Referenced">The classes that references bring.</param>
internal sealed record ClassOwners(EquatableArray<ManifestIdentity> Manifests, EquatableArray<ReferencedClass> Referenced)
{
    public bool Has(string path) => Manifests.Any(owner => owner.Path == path);

    /// <summary>The class of a reference that what is generated would meet, or null.</summary>
    public ReferencedClass? FindReferenced(OutputNames names) => Referenced.FirstOrDefault(one => one.FullName == names.FullClassName);

    /// <summary>The other manifest that has the class, or null.</summary>
    public ManifestIdentity? FindOther(string path, OutputNames names) => Manifests.FirstOrDefault(owner => owner.Path != path && owner.Names.ClashesWith(names));
}
