namespace Aurum.FlagGen.Evaluation;

/// <summary>The formula of LaunchDarkly: by the flag's key and salt, or by a seed alone.</summary>
internal sealed class LaunchDarklyFormula(FlagBucketing bucketing, string key, string salt) : BucketFormula
{
    private const int Digits = 15;
    private const double Longest = 0xFFF_FFFF_FFFF_FFFF;

    private readonly HashedText _text = new(bucketing.Seed is { } seed ? $"{seed}." : $"{bucketing.Group ?? key}.{salt}.", "");

    protected override double Whole => 1;

    public override double Place(ReadOnlySpan<char> id) => _text.Apply(id, Digest) / Longest;

    private static ulong Digest(ReadOnlySpan<byte> text) => HashedText.Sha1(text, Digits);
}
