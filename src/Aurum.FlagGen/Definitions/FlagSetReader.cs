using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Definitions;

/// <summary>Reads all flags, segments and layers of a manifest.</summary>
/// <remarks>
/// A text that is not JSON gives nothing: what a slip of the hand left out would otherwise look as if somebody had deleted it.
/// A flag that cannot be read is listed as unreadable and harms no other. Of flags with one key the first counts.
/// </remarks>
internal static class FlagSetReader
{
    /// <summary>Reads a manifest's text.</summary>
    /// <param name="text">The text of flags.json.</param>
    /// <param name="version">The version that the set gets.</param>
    public static FlagSetReadResult Read(string text, string version = "")
    {
        JsonReadResult json = JsonReader.Read(text);
        if (FindFaultOfAll(json) is { } fault)
        {
            return new FlagSetReadResult(null, [new FlagSetFault(fault.Range, null, fault.Message)]);
        }

        return json.Root is { } root
            ? Read(root, version, json.Faults)
            : new FlagSetReadResult(null, [new FlagSetFault(default, null, "The manifest is empty; write an object with the member \"flags\".")]);
    }

    /// <summary>Reads a manifest that was parsed before.</summary>
    /// <param name="root">The manifest.</param>
    /// <param name="version">The version that the set gets.</param>
    /// <param name="duplicates">What the parser tells of names that are written twice; it may not tell all.</param>
    public static FlagSetReadResult Read(JsonNode root, string version, IReadOnlyList<JsonFault>? duplicates = null)
    {
        NodeReader reader = new();
        reader.IsObject(root, "write an object with the member \"flags\"");
        IReadOnlyList<UserSegment> segments = reader.Map(
            root["segments"], "write an object of segments", static (reader, name, node) => SegmentJson.ReadSegment(name, node, reader));
        IReadOnlyList<FlagLayer> layers = reader.Map(
            root["layers"], "write an object of layers", static (reader, name, node) => SegmentJson.ReadLayer(name, node, reader));
        JsonNode? flags = root["flags"];
        if (!NodeReader.IsAbsent(flags))
        {
            reader.IsObject(flags, "write an object of flags");
        }

        if (reader.FaultyNode is { } faulty)
        {
            return new FlagSetReadResult(null, [new FlagSetFault(faulty.Range, null, reader.Describe(root, "The manifest"))]);
        }

        FlagSet frame = new()
        {
            Version = version,
            Flags = [],
            Segments = segments,
            Layers = layers,
            Context = ContextReader.Read(root["context"]),
            DeclarationFaults = [.. FindDeclarationFaults(root), .. duplicates is { Count: > 0 } ? DuplicateNames.FaultsOfKeys(flags) : []],
        };
        return ReadFlags(flags?.Members ?? [], frame, duplicates ?? []);
    }

    private static string[] FindDeclarationFaults(JsonNode root)
    {
        ManifestNames names = new();
        CheckContext check = new(root, isDefinition: false, names, CancellationToken.None);
        new ManifestChecker(check, names).CheckDeclarations();
        return [.. check.ToSortedErrors().Where(static error => error.Rule.Severity == ManifestSeverity.Error).Select(static error => error.Sentence)];
    }

    /// <summary>
    /// What leaves the whole manifest in doubt: it is no JSON, or a name is written twice outside of the flags. Within a flag it makes that flag unreadable,
    /// because one reader of JSON takes the first of the two and another the last.
    /// </summary>
    private static JsonFault? FindFaultOfAll(JsonReadResult json) =>
        json.Faults.FirstOrDefault(static fault => fault.Kind != JsonFaultKind.DuplicateMember)
        ?? (json is { Faults.Count: > 0, Root: { } root } ? DuplicateNames.FindOutside(root, "flags", json.Faults) : null);

    private static FlagSetReadResult ReadFlags(JsonMember[] members, FlagSet frame, IReadOnlyList<JsonFault> duplicates)
    {
        string[] keys = new string[members.Length];
        JsonNode[] nodes = new JsonNode[members.Length];
        int count = TakeFirst(members, keys, nodes);
        FeatureFlag?[] read = new FeatureFlag?[count];
        FlagSetFault?[] faults = new FlagSetFault?[count];
        for (int i = 0; i < count; i++)
        {
            if (duplicates.Count > 0 && DuplicateNames.Find(nodes[i], duplicates) is { } duplicate)
            {
                faults[i] = new FlagSetFault(duplicate.Range, keys[i], $"The flag '{keys[i]}' cannot be read. {duplicate.Message}");
                continue;
            }

            NodeReader reader = new();
            read[i] = FlagJson.Read(keys[i], nodes[i], reader);
            if (read[i] is null)
            {
                faults[i] = new FlagSetFault(reader.FaultyNode!.Range, keys[i], reader.Describe(nodes[i], $"The flag '{keys[i]}'"));
            }
        }

        return Gather(read, faults, frame);
    }

    /// <summary>Of flags with the same key the first counts, as for the compiler, which reports the second.</summary>
    private static int TakeFirst(JsonMember[] members, string[] keys, JsonNode[] nodes)
    {
        HashSet<string> taken = new(members.Length, StringComparer.Ordinal);
        int count = 0;
        foreach (JsonMember member in members)
        {
            if (taken.Add(member.Name))
            {
                keys[count] = member.Name;
                nodes[count++] = member.Value;
            }
        }

        return count;
    }

    private static FlagSetReadResult Gather(FeatureFlag?[] read, FlagSetFault?[] faults, FlagSet frame)
    {
        List<FeatureFlag> flags = new(read.Length);
        Dictionary<string, string> unreadable = new(StringComparer.Ordinal);
        List<FlagSetFault> found = [];
        for (int i = 0; i < read.Length; i++)
        {
            if (read[i] is { } flag)
            {
                flags.Add(flag);
            }
            else
            {
                unreadable[faults[i]!.FlagKey!] = faults[i]!.Message;
                found.Add(faults[i]!);
            }
        }

        return new FlagSetReadResult(frame with { Flags = flags.ToArray(), Unreadable = unreadable }, found);
    }
}
