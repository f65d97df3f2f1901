using System.Globalization;
using System.Text;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>Collects faults up to a limit. While it is muted it takes none: text that is skipped because of one fault is not told of again.</summary>
internal sealed class JsonFaultList(string text, int limit)
{
    private const int MaxQuotedLength = 40;

    private readonly List<JsonFault> _faults = [];
    private LineMap? _lines;

    public bool IsMuted { get; set; }

    /// <param name="kind">What is wrong.</param>
    /// <param name="start">The offset of the first character at fault.</param>
    /// <param name="end">The offset after the last one.</param>
    /// <param name="message">The sentence; where <paramref name="quoted"/> is given, <c>{0}</c> stands for it.</param>
    /// <param name="quoted">A piece of the text or a name; it is shortened and made printable only where the fault is kept.</param>
    public void Add(JsonFaultKind kind, int start, int end, string message, string? quoted = null)
    {
        if (!IsMuted && _faults.Count < limit)
        {
            string sentence = quoted is null ? message : string.Format(CultureInfo.InvariantCulture, message, Printable(quoted));
            _faults.Add(new JsonFault(kind, new TextRange(start, end - start), sentence));
        }
    }

    public void AddDuplicate(JsonMember first, JsonMember second)
    {
        if (_faults.Count < limit)
        {
            _lines ??= new LineMap(text);
            int line = _lines.Locate(first.NameRange.Start).Line + 1;
            string sentence = string.Format(
                CultureInfo.InvariantCulture, "The name \"{0}\" is already used on line {1} of the same object; remove or rename one of the two.", Printable(second.Name), line);
            _faults.Add(new JsonFault(JsonFaultKind.DuplicateMember, second.NameRange, sentence));
        }
    }

    /// <summary>The faults in the order of the text. (Duplicates are found when their object ends, so they come in late.)</summary>
    public IReadOnlyList<JsonFault> ToSorted() =>
        _faults.Count < 2 ? _faults : [.. _faults.OrderBy(static fault => fault.Range.Start)];

    private static string Printable(string value)
    {
        StringBuilder result = new();
        foreach (char c in value)
        {
            if (result.Length >= MaxQuotedLength)
            {
                return result.Append('…').ToString();
            }

            if (char.IsControl(c) || char.IsSurrogate(c))
            {
                result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}
