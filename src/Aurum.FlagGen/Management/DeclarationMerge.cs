using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Management;

/// <summary>Brings together what a manifest declares and what a store holds of the same flag.</summary>
internal static class DeclarationMerge
{
    /// <summary>Why the two cannot be the same flag; null where they can.</summary>
    public static string? FindContradiction(FeatureFlag stored, FeatureFlag declared)
    {
        if (stored.Type != declared.Type)
        {
            return $"The flag '{stored.Key}' is of type {ManifestWords.FlagTypes.WordFor(stored.Type)} in the store and of type {ManifestWords.FlagTypes.WordFor(declared.Type)} in the manifest; give one of the two another key, or delete the store's.";
        }

        if (stored.Type != FlagType.Variant)
        {
            return null;
        }

        HashSet<string> known = [.. NamesOf(declared)];
        string[] unknown = [.. NamesOf(stored).Where(name => !known.Contains(name))];
        return unknown.Length == 0
            ? null
            : $"The flag '{stored.Key}' has the variants {string.Join(", ", unknown)} in the store, which the manifest does not declare, so that the application has no name for them; declare them, or remove them from the store's flag.";
    }

    /// <summary>The store's flag, with what describes it as the manifest says, and with variants that only the manifest knows. What decides at run time stays.</summary>
    public static FeatureFlag Merge(FeatureFlag stored, FeatureFlag declared)
    {
        HashSet<string> there = [.. stored.Variants.Select(static variant => variant.Name)];
        FlagVariant[] added = [.. declared.Variants.Where(variant => !there.Contains(variant.Name))];
        return stored with
        {
            Name = declared.Name,
            Description = declared.Description,
            Tags = declared.Tags,
            Owner = declared.Owner,
            Metadata = declared.Metadata,
            Accessor = declared.Accessor,
            Expires = declared.Expires,
            Permanent = declared.Permanent,
            ClientVisible = declared.ClientVisible,
            Sensitive = declared.Sensitive,
            PayloadSchema = declared.PayloadSchema,
            Variants = added.Length == 0 ? stored.Variants : [.. stored.Variants, .. added],
        };
    }

    /// <summary>The manifest's flag, with what the store alone says of the stored one: its version, and who wrote it and when.</summary>
    public static FeatureFlag Stamp(FeatureFlag declared, FeatureFlag stored) => declared with
    {
        Version = stored.Version,
        CreatedBy = stored.CreatedBy,
        CreatedAt = stored.CreatedAt,
        UpdatedAt = stored.UpdatedAt,
    };

    private static IEnumerable<string> NamesOf(FeatureFlag flag) =>
        flag.Variants.Select(static variant => variant.Name).Concat(flag.AbTest?.Variants.Select(static arm => arm.Variant) ?? []).Distinct(StringComparer.Ordinal);
}
