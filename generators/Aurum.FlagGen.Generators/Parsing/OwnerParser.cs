using System.Collections.Immutable;
using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Settles whom a class belongs to: the reference that has it already, else, of the manifests that claim it, the first by path, other tools' files last.</summary>
internal static class OwnerParser
{
    public static ClassOwners Settle(ImmutableArray<ManifestIdentity> claims, EquatableArray<ReferencedClass> referenced)
    {
        // Of a large reference only what a manifest of this project claims is kept.
        ClassOwners settled = new(default, new([.. referenced.Where(one => claims.Any(claim => claim.Names.FullClassName == one.FullName))]));
        List<ManifestIdentity> owners = [];
        foreach (ManifestIdentity claim in claims.OrderBy(static claim => claim.IsForeign).ThenBy(static claim => claim.Path, StringComparer.Ordinal))
        {
            if (settled.FindReferenced(claim.Names) is null && !owners.Any(owner => owner.Names.ClashesWith(claim.Names)))
            {
                owners.Add(claim);
            }
        }

        return settled with { Manifests = new([.. owners]) };
    }
}
