using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Turns checked flags into the manifest's, and tells which of them have faults.</summary>
internal static class ManifestFlagBuilder
{
    /// <param name="flags">In the order of the text.</param>
    /// <param name="refused">Those whose names cannot be had.</param>
    /// <param name="errorStarts">Where errors start, in the order of the text, so that one walk over both says which lie where.</param>
    public static IReadOnlyList<ManifestFlag> Build(IReadOnlyList<FlagDraft> flags, HashSet<FlagDraft> refused, IReadOnlyList<int> errorStarts)
    {
        ManifestFlag[] built = new ManifestFlag[flags.Count];
        int next = 0;
        for (int i = 0; i < built.Length; i++)
        {
            FlagDraft flag = flags[i];
            while (next < errorStarts.Count && errorStarts[next] < flag.KeyRange.Start)
            {
                next++;
            }

            bool hasSoundShape = flag.HasSoundShape && !refused.Contains(flag);
            bool isSound = hasSoundShape && (next == errorStarts.Count || errorStarts[next] >= flag.Node.Range.End);

            built[i] = Build(flag, hasSoundShape, isSound);
        }

        return built;
    }

    private static ManifestFlag Build(FlagDraft flag, bool hasSoundShape, bool isSound)
    {
        // The members of what is no object are none, and then every one of these is missing.
        JsonNode node = flag.Node;
        return new ManifestFlag
        {
            Key = flag.Key,
            KeyRange = flag.KeyRange,
            Type = flag.Type,
            Node = node,
            AccessorPath = flag.AccessorPath,
            Variants = flag.Variants,
            TrackEvents = flag.TrackEvents,
            IsCompileTime = flag.IsCompileTime,
            Description = Text(node, FlagMembers.Description),
            Owner = Text(node, FlagMembers.Owner),
            Expires = flag.Expires,
            IsPermanent = node[FlagMembers.Permanent.Name]?.Kind == JsonKind.True,
            IsRetired = flag.IsRetired,
            HasSoundShape = hasSoundShape,
            IsSound = isSound,
        };
    }

    private static string? Text(JsonNode node, ManifestMember member) => node[member.Name] is { Kind: JsonKind.String } text ? text.Text : null;
}
