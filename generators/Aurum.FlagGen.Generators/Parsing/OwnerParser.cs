using System.Collections.Immutable;
using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Settles which manifest a class belongs to, where two claim it: the first by path. The analyzer tells of the other.</summary>
internal static class OwnerParser
{
    public static EquatableArray<ManifestIdentity> Settle(ImmutableArray<ManifestIdentity> claims)
    {
        List<ManifestIdentity> owners = [];
        foreach (ManifestIdentity claim in claims.OrderBy(static claim => claim.Path, StringComparer.Ordinal))
        {
            if (!owners.Any(owner => owner.Names.ClashesWith(claim.Names)))
            {
                owners.Add(claim);
            }
        }

        return new([.. owners]);
    }

    public static bool IsOwner(ManifestModel manifest, EquatableArray<ManifestIdentity> owners) => owners.Any(owner => owner.Path == manifest.Path);
}
