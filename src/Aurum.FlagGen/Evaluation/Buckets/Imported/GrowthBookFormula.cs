using System.Buffers.Text;

namespace Aurum.FlagGen.Evaluation;

/// <summary>The formula of GrowthBook, in its two versions, told apart by the number of places: 10,000 (version 2, the default) or 1,000 (version 1).</summary>
internal sealed class GrowthBookFormula : BucketFormula
{
    public const int SecondVersion = 10_000;
    public const int FirstVersion = 1_000;

    private readonly HashedText _text;
    private readonly bool _isFirstVersion;

    public GrowthBookFormula(FlagBucketing bucketing, string key)
    {
        string seed = bucketing.Seed ?? bucketing.Group ?? key;
        _isFirstVersion = bucketing.Resolution == FirstVersion;
        _text = _isFirstVersion ? new HashedText("", seed) : new HashedText(seed, "");
    }

    protected override double Whole => 1;

    public override double Place(ReadOnlySpan<char> id) => _isFirstVersion
        ? _text.Apply(id, Once) % FirstVersion / (double)FirstVersion
        : _text.Apply(id, Twice) % SecondVersion / (double)SecondVersion;

    public override bool Includes(double place, int threshold) => place <= threshold / (double)Buckets.Total;

    private static ulong Once(ReadOnlySpan<byte> text)
    {
        uint hash = 0x811C9DC5;
        foreach (byte unit in text)
        {
            hash = (hash ^ unit) * 0x01000193;
        }

        return hash;
    }

    private static ulong Twice(ReadOnlySpan<byte> text)
    {
        Span<byte> digits = stackalloc byte[10];
        Utf8Formatter.TryFormat((uint)Once(text), digits, out int count);
        return Once(digits[..count]);
    }
}
