using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Manifest.Tests.Json;

public sealed class LineMapTests
{
    [Theory]
    [InlineData("", 0, 0, 0)]
    [InlineData("abc", 2, 0, 2)]
    [InlineData("a\nb", 1, 0, 1)]
    [InlineData("a\nb", 2, 1, 0)]
    [InlineData("a\r\nb", 2, 0, 2)]
    [InlineData("a\r\nb", 3, 1, 0)]
    [InlineData("a\rb", 2, 1, 0)]
    [InlineData("a\r\r\nb\n\n", 2, 1, 0)]
    [InlineData("a\r\r\nb\n\n", 7, 4, 0)]
    [InlineData("a\u0085b\u2028c\u2029d", 6, 3, 0)]
    [InlineData("a\u0084b\vc\fd", 6, 0, 6)]
    [InlineData("ab\n", 3, 1, 0)]
    [InlineData("ab", 5, 0, 5)]
    public void Locate_Offset_GivesLineAndColumnFromZero(string text, int offset, int line, int column) =>
        new LineMap(text).Locate(offset).ShouldBe((line, column));

    [Fact]
    public void LineCount_TextThatEndsItsLastLine_CountsTheEmptyOneAfterIt() => new LineMap("a\nb\r\n").LineCount.ShouldBe(3);
}
