using Aurum.FlagGen.Generators.Parsing;

namespace Aurum.FlagGen.Generators.Tests.Parsing;

public sealed class TextEditTests
{
    [Theory]
    [InlineData("", "", 0, 0, 0)]
    [InlineData("", "abc", 0, 0, 3)]
    [InlineData("abc", "", 0, 3, 0)]
    [InlineData("abc", "abc", 3, 3, 3)]
    [InlineData("abc", "axc", 1, 2, 2)]
    [InlineData("aa", "aaa", 2, 2, 3)]
    [InlineData("abab", "ab", 2, 4, 2)]
    public void Between_ShortTexts_IsWhatDiffers(string before, string after, int start, int oldEnd, int newEnd) =>
        TextEdit.Between(before, after).ShouldBe(new TextEdit(start, oldEnd, newEnd));

    [Fact]
    public void Between_LongTexts_IsFoundAtEveryPlace()
    {
        string before = string.Concat(Enumerable.Range(0, 700).Select(static i => i.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)));
        for (int i = 0; i < before.Length; i += 7)
        {
            TextEdit edit = TextEdit.Between(before, before.Insert(i, "xy"));

            edit.ShouldBe(new TextEdit(i, i, i + 2));
            edit.Shift.ShouldBe(2);
        }
    }
}
