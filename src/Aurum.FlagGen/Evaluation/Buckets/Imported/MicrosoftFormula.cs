using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Aurum.FlagGen.Evaluation;

/// <summary>The formula of Microsoft.FeatureManagement's targeting filter and variant allocation.</summary>
internal sealed class MicrosoftFormula : BucketFormula
{
    private readonly HashedText _rollout;
    private readonly HashedText _split;

    public MicrosoftFormula(FlagBucketing bucketing, string key)
    {
        string hint = bucketing.Hint ?? key;
        _rollout = new HashedText("", bucketing.Group is { } group ? $"\n{hint}\n{group}" : $"\n{hint}");
        _split = new HashedText("", "\n" + (bucketing.Seed ?? $"allocation\n{hint}"));
    }

    protected override double Whole => 100;

    public override double Place(ReadOnlySpan<char> id) => ToPlace(_rollout.Apply(id, Digest));

    public override double PlaceInSplit(ReadOnlySpan<char> id) => ToPlace(_split.Apply(id, Digest));

    private static double ToPlace(ulong digest) => digest / (double)uint.MaxValue * 100;

    private static ulong Digest(ReadOnlySpan<byte> text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        return BinaryPrimitives.ReadUInt32LittleEndian(digest);
    }
}
