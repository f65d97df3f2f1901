using System.Globalization;
using Aurum.FlagGen.Evaluation.Conditions;

namespace Aurum.FlagGen.Tests.Evaluation;

public sealed class TextSetTests
{
    private static readonly string[][] Lists =
    [
        [],
        [""],
        ["a", "a", "A", "", "ab", "ba"],
        [.. Enumerable.Range(0, 1_000).Select(static i => i.ToString(CultureInfo.InvariantCulture))],

        // Alike in length and in the characters that are looked at first.
        [.. Enumerable.Range(0, 1_000).Select(static i => $"x{i:00000}_____x")],
        ["ユーザー", "ユーサー", "\uD800", "\0"],
    ];

    public static TheoryData<int> Numbers { get; } = [.. Enumerable.Range(0, Lists.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Matches_AnyText_AnswersAsAPlainSet(int number)
    {
        string[] texts = Lists[number];
        HashSet<string> plain = new(texts, StringComparer.Ordinal);
        TextSet set = new(texts);

        foreach (string text in texts.SelectMany(static text => new[] { text, text + "x", text.ToUpperInvariant(), "x" + text, text.Replace('1', '2') }).Append("").Append("none"))
        {
            set.Matches(text).ShouldBe(plain.Contains(text), text);
        }
    }
}
