using System.Globalization;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

public sealed class TextSetTests
{
    private static readonly string[][] Lists =
    [
        [],
        [""],
        ["a", "a", "A", "", "ab", "ba"],
        [.. Enumerable.Range(0, 1_000).Select(static i => i.ToString(CultureInfo.InvariantCulture))],

        // Alike in length, at the beginning and at the end.
        [.. Enumerable.Range(0, 1_000).Select(static i => $"x{i:00000}_____x")],
        ["ユーザー", "ユーサー", "\uD800", "\0"],
    ];

    public static MatrixTheoryData<int, bool> Cases { get; } = new(Enumerable.Range(0, Lists.Length), [false, true]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Matches_AnyText_AnswersAsAPlainSet(int number, bool ignoresCase)
    {
        string[] texts = Lists[number];
        StringComparer comparer = ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        HashSet<string> plain = new(texts, comparer);
        TextSet set = new(texts, comparer);

        foreach (string text in texts.SelectMany(static text => new[] { text, text + "x", text.ToUpperInvariant(), "x" + text, text.Replace('1', '2') }).Append("").Append("none"))
        {
            set.Matches(text).ShouldBe(plain.Contains(text), text);
        }
    }
}
