namespace Aurum.FlagGen.TestKit.Roslyn;

/// <summary>A text in which <c>[|…|]</c> marks where diagnostics are expected.</summary>
internal sealed class MarkedText
{
    private const string Open = "[|";
    private const string Close = "|]";

    public MarkedText(string marked)
    {
        List<string> spans = [];
        List<int> starts = [];
        string text = marked;
        for (int open = text.IndexOf(Open, StringComparison.Ordinal); open >= 0; open = text.IndexOf(Open, StringComparison.Ordinal))
        {
            text = text.Remove(open, Open.Length);
            int close = text.IndexOf(Close, StringComparison.Ordinal);
            text = text.Remove(close, Close.Length);
            starts.Add(open);
            spans.Add(text[open..close]);
        }

        Text = text;
        Spans = spans;
        Starts = starts;
    }

    /// <summary>The text without the marks.</summary>
    public string Text { get; }

    /// <summary>What stood between the marks.</summary>
    public IReadOnlyList<string> Spans { get; }

    /// <summary>Where that begins in the text.</summary>
    public IReadOnlyList<int> Starts { get; }
}
