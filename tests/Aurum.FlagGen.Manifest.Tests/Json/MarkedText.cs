using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Manifest.Tests.Json;

/// <summary>A text in which <c>⟦…⟧</c> marks the places at which faults are expected, in their order.</summary>
internal sealed class MarkedText
{
    public MarkedText(string marked)
    {
        List<TextRange> ranges = [];
        System.Text.StringBuilder text = new();
        int start = 0;
        foreach (char c in marked)
        {
            switch (c)
            {
                case '⟦':
                    start = text.Length;
                    break;
                case '⟧':
                    ranges.Add(new TextRange(start, text.Length - start));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        Text = text.ToString();
        Ranges = ranges;
    }

    public string Text { get; }

    public IReadOnlyList<TextRange> Ranges { get; }
}
