using Aurum.FlagGen.Engine;
using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(ManifestUpdate))]

namespace Aurum.FlagGen.Engine;

/// <summary>Hot reload: after an edit of a running program the compiled manifests are read again, and every engine answers from what they say now.</summary>
internal static class ManifestUpdate
{
    /// <summary>Raised for each manifest that was read again, after the engines know of it.</summary>
    public static event Action<CatalogChange>? Read;

    /// <summary>Called by the runtime after it has applied an edit.</summary>
    /// <param name="updatedTypes">The types that changed; null where that is not known.</param>
    internal static void UpdateApplication(Type[]? updatedTypes)
    {
        IReadOnlyList<CatalogChange> changes = FlagSlots.ReadAgain(updatedTypes);
        if (changes.Count == 0)
        {
            return;
        }

        OpenOverrides.OutdateAll();
        foreach (CatalogChange change in changes)
        {
            ForeignCode.Raise(Read, change);
        }
    }
}
