namespace Aurum.FlagGen.Manifest.Json;

/// <summary>A range of UTF-16 code units in a text.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;
}
