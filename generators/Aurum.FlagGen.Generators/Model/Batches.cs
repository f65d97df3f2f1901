namespace Aurum.FlagGen.Generators.Model;

/// <summary>How lists of thousands are dealt out to files, so that an edit writes again only the file around it.</summary>
internal static class Batches
{
    /// <summary>How many a file has before the next begins: with more, an edit writes too much again; with fewer, there are too many files to find unchanged at each keystroke.</summary>
    public const int Size = 1024;

    public static int CountOf(int items) => (items + Size - 1) / Size;

    public static int StartOf(int batch) => batch * Size;

    public static int SizeOf(int items, int batch) => Math.Min(Size, items - StartOf(batch));
}
