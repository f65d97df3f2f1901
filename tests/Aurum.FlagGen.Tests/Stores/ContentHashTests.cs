using System.Text;
using Aurum.FlagGen.Stores;
using Shouldly;
using Xunit;

namespace Aurum.FlagGen.Tests.Stores;

public sealed class ContentHashTests
{
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("abcdefghijklmnopqrstuvwxyz", 0xCFE1F278FA89835C)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void Of_PublishedVector_IsItsHash(string content, ulong hash) => ContentHash.Of(Encoding.ASCII.GetBytes(content)).ShouldBe(hash);

    [Fact]
    public void Of_EachLength_DependsOnEveryByte()
    {
        for (int length = 1; length <= 100; length++)
        {
            byte[] content = new byte[length];
            ulong before = ContentHash.Of(content);
            for (int i = 0; i < length; i++)
            {
                content[i] = 1;
                ContentHash.Of(content).ShouldNotBe(before);
                content[i] = 0;
            }
        }
    }
}
