namespace Aurum.FlagGen.Generators.Model;

/// <summary>Who has which generated class.</summary>
/// <param name="Manifests">The manifests of the project that have theirs.</param>
/// <param name="Referenced">The classes that references bring.</param>
internal sealed record ClassOwners(EquatableArray<ManifestIdentity> Manifests, EquatableArray<ReferencedClass> Referenced)
{
    public bool Has(string path) => Manifests.Any(owner => owner.Path == path);

    /// <summary>The manifest whose flag a symbol is, and the flag: of those that make it the first; null where that is the manifest that asks.</summary>
    public (string Path, string Key)? FindSymbol(string path, string symbol)
    {
        foreach (ManifestIdentity owner in Manifests)
        {
            if (owner.Symbols.FirstOrDefault(other => other.Name == symbol) is { } first)
            {
                return owner.Path == path ? null : (owner.Path, first.Key);
            }
        }

        return null;
    }

    /// <summary>The class of a reference that what is generated would meet, or null.</summary>
    public ReferencedClass? FindReferenced(OutputNames names) => Referenced.FirstOrDefault(one => one.FullName == names.FullClassName);

    /// <summary>The other manifest that has the class, or null.</summary>
    public ManifestIdentity? FindOther(string path, OutputNames names) => Manifests.FirstOrDefault(owner => owner.Path != path && owner.Names.ClashesWith(names));
}
