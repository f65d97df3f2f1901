namespace Aurum.FlagGen.Evaluation;

/// <summary>The formula of ConfigCat.</summary>
internal sealed class ConfigCatFormula(FlagBucketing bucketing, string key) : BucketFormula
{
    private const int Digits = 7;

    private readonly HashedText _text = new(bucketing.Group ?? key, "");

    protected override double Whole => 100;

    public override double Place(ReadOnlySpan<char> id) => _text.Apply(id, Digest) % 100;

    private static ulong Digest(ReadOnlySpan<byte> text) => HashedText.Sha1(text, Digits);
}
