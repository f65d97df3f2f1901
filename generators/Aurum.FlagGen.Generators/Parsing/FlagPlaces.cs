using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Where in a text the flags stand, one after the other.</summary>
/// <param name="Opening">The offset after the brace before the first.</param>
/// <param name="Closing">The offset of the brace after the last.</param>
/// <param name="Starts">Where each begins: at its key.</param>
/// <param name="Ends">Where each ends.</param>
internal sealed record FlagPlaces(int Opening, int Closing, int[] Starts, int[] Ends)
{
    public int Count => Starts.Length;

    /// <summary>The places in a text that was read whole, or null where not every flag has its own.</summary>
    public static FlagPlaces? Of(ManifestShape shape)
    {
        if (shape.FlagsRange is not { } range)
        {
            return null;
        }

        int[] starts = new int[shape.Flags.Count];
        int[] ends = new int[starts.Length];
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = shape.Flags[i].KeyRange.Start;
            ends[i] = shape.Flags[i].Node.Range.End;
        }

        return new FlagPlaces(range.Start + 1, range.End - 1, starts, ends);
    }

    /// <summary>How many flags end before an edit, or where it begins.</summary>
    public int CountBefore(TextEdit edit)
    {
        int index = Array.BinarySearch(Ends, edit.Start);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>The first flag that begins after an edit, or where it ends.</summary>
    public int FirstAfter(TextEdit edit)
    {
        int index = Array.BinarySearch(Starts, edit.OldEnd);
        return index >= 0 ? index : ~index;
    }

    /// <summary>The places after an edit.</summary>
    /// <param name="before">How many flags before it stay.</param>
    /// <param name="members">The flags in its stead.</param>
    /// <param name="offset">By how much the members' own places differ from those in the text.</param>
    /// <param name="after">The first flag that stays after it.</param>
    /// <param name="shift">By how much those have moved.</param>
    public FlagPlaces Replace(int before, IReadOnlyList<JsonMember> members, int offset, int after, int shift)
    {
        int[] starts = new int[before + members.Count + Count - after];
        int[] ends = new int[starts.Length];
        Array.Copy(Starts, starts, before);
        Array.Copy(Ends, ends, before);
        for (int i = 0; i < members.Count; i++)
        {
            starts[before + i] = members[i].NameRange.Start + offset;
            ends[before + i] = members[i].Value.Range.End + offset;
        }

        for (int i = after, target = before + members.Count; i < Count; i++, target++)
        {
            starts[target] = Starts[i] + shift;
            ends[target] = Ends[i] + shift;
        }

        return new FlagPlaces(Opening, Closing + shift, starts, ends);
    }
}
