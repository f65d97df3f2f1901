using Aurum.FlagGen.Stores;

namespace Aurum.FlagGen.Tests.Stores;

/// <summary>Versions that clients hold stay valid: contents are told apart by XXH64, whatever computes it.</summary>
public sealed class ContentHashTests
{
    [Theory]
    [InlineData("a", "d24ec4f1a98c6e5b")]
    [InlineData("abc", "44bc2cf5ad770999")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "cfe1f278fa89835c")]
    [InlineData("Nobody inspects the spammish repetition", "fbcea83c8a378bf1")]
    public void Hash_OfAFile_IsThePublishedVector(string content, string hash)
    {
        using ManifestFolder folder = new(content);

        new FlagFile(folder.Manifest).Read().Hash.ShouldBe(hash);
    }

    [Theory]
    [InlineData("{}", 6851595633729442)]
    [InlineData("""{"status":"enabled"}""", 1001733135311042)]
    [InlineData("Nobody inspects the spammish repetition", 1724551931906325)]
    public void Version_OfAText_IsTheHashOfItsUtf16In53Bits(string text, long version) => FlagVersion.OfText(text).ShouldBe(version);

    [Fact]
    public void Hash_OfEachLength_DependsOnEveryByte()
    {
        using ManifestFolder folder = new();
        HashSet<string> hashes = [];
        for (int length = 1; length <= 100; length++)
        {
            hashes.Add(HashOf(folder, new string('a', length))).ShouldBeTrue();
            for (int i = 0; i < length; i++)
            {
                hashes.Add(HashOf(folder, $"{new string('a', i)}b{new string('a', length - i - 1)}")).ShouldBeTrue();
            }
        }
    }

    private static string HashOf(ManifestFolder folder, string content)
    {
        File.WriteAllText(folder.Manifest, content);
        return new FlagFile(folder.Manifest).Read().Hash;
    }
}
