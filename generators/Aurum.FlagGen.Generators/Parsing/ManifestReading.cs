using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>A text and what was read in it, from which the next text is read: of thousands of flags an edit touches one or two, and only those are read and checked again.</summary>
/// <remarks>
/// A flag that the edit leaves as it was means what it meant before if the reader comes to it in the same state. So the flags on both sides of the edit are read with what lies between them;
/// that is done without a fault and ends with the flag after the edit, where it stood before, or the whole text is read. What is asked of all flags together is asked again each time.
/// Nothing in a reading changes, so that several runs may go on from the same one.
/// </remarks>
internal sealed class ManifestReading
{
    /// <summary>Only the flags are read, of which the innermost lies one object less deep than in the whole text.</summary>
    private static readonly JsonLimits FlagLimits = JsonLimits.Default with { MaxDepth = JsonLimits.Default.MaxDepth - 1 };

    private readonly string _text;
    private readonly FlagPlaces? _places;

    private ManifestReading(string text, ManifestShape shape, FlagPlaces? places)
    {
        _text = text;
        Shape = shape;
        _places = places;
    }

    public ManifestShape Shape { get; }

    /// <summary>How many flags at the beginning are those of the reading before.</summary>
    public int KeptBefore { get; private init; }

    /// <summary>How many flags at the end are those of the reading before.</summary>
    public int KeptAfter { get; private init; }

    /// <summary>Whether another text can be read from this one.</summary>
    public bool CanGoOn => _places is not null;

    public static ManifestReading Read(string text, CancellationToken token)
    {
        ManifestShape shape = ManifestReader.ReadShape(text, token);
        return new ManifestReading(text, shape, FlagPlaces.Of(shape));
    }

    /// <summary>Reads a text that differs from this one in its flags alone, or gives null where it has to be read whole.</summary>
    public ManifestReading? ReadEdited(string text, CancellationToken token)
    {
        TextEdit edit = TextEdit.Between(_text, text);
        if (_places is not { } places || edit.Start < places.Opening || edit.OldEnd > places.Closing || text.Length > JsonLimits.Default.MaxLength)
        {
            return null;
        }

        int before = places.CountBefore(edit);
        int after = places.FirstAfter(edit);
        int start = before > 0 ? places.Starts[before - 1] : places.Opening;
        int end = (after < places.Count ? places.Ends[after] : places.Closing) + edit.Shift;
        if (ReadBetween(text, start, end, token) is not { } members)
        {
            return null;
        }

        int offset = start - 1;
        int first = before > 0 ? 1 : 0;
        int count = members.Count - first - (after < places.Count ? 1 : 0);
        bool meetsNeighbours = count >= 0
            && (before == 0 || members[0].Value.Range.End + offset == places.Ends[before - 1])
            && (after == places.Count || members[members.Count - 1].NameRange.Start + offset == places.Starts[after] + edit.Shift);
        return meetsNeighbours ? Replace(text, before, [.. members.Skip(first).Take(count)], offset, after, edit.Shift, token) : null;
    }

    /// <summary>The members between two places, or null where that is no JSON by itself.</summary>
    private static JsonMembers? ReadBetween(string text, int start, int end, CancellationToken token)
    {
        string piece = "{" + text.Substring(start, end - start) + "}";
        JsonReadResult json = JsonReader.Read(piece, FlagLimits, token);
        return json.Faults.Count == 0 && json.Root is { } root && root.Range.End == piece.Length ? root.Members : null;
    }

    private ManifestReading? Replace(string text, int before, JsonMember[] members, int offset, int after, int shift, CancellationToken token)
    {
        IReadOnlyList<FlagDraft> old = Shape.Flags;
        int keptAfter = old.Count - after;
        if (before + members.Length + keptAfter > ManifestLimits.Flags || AnyKept(members, before, after))
        {
            return null;
        }

        // Nobody is told of faults here, so that nothing has to be found in the document.
        CheckContext check = new(root: null, isDefinition: false, new ManifestNames(), token);
        CheckerSet checkers = new(check);
        List<FlagDraft> flags = new(before + members.Length + keptAfter);
        flags.AddRange(old.Take(before));
        foreach (JsonMember member in members)
        {
            FlagDraft flag = new(member.Name, member.NameRange, member.Value);
            checkers.Flags.CheckShape(flag);
            flags.Add(flag);
        }

        flags.AddRange(old.Skip(after));
        HashSet<FlagDraft> refused = new AccessorChecker(check, Shape.Head.ClassName).Check(flags, Shape.Head.Attributes);
        return new ManifestReading(text, new ManifestShape(Shape.Declarations, Shape.Head, flags, refused), _places!.Replace(before, members, offset, after, shift))
        {
            KeptBefore = before,
            KeptAfter = keptAfter,
        };
    }

    /// <summary>Whether a flag has the key of one that stays.</summary>
    private bool AnyKept(JsonMember[] members, int before, int after)
    {
        HashSet<string> keys = new(members.Select(static member => member.Name), StringComparer.Ordinal);
        for (int i = before; i < after; i++)
        {
            // A key that stood here before is no other's.
            keys.Remove(Shape.Flags[i].Key);
        }

        return keys.Count > 0 && (Shape.Flags.Take(before).Any(flag => keys.Contains(flag.Key)) || Shape.Flags.Skip(after).Any(flag => keys.Contains(flag.Key)));
    }
}
