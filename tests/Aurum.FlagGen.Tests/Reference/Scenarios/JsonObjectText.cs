using System.Text;

namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>Writes a JSON object of values that are JSON already, so that numbers and escapes stay as they were chosen.</summary>
internal sealed class JsonObjectText
{
    private readonly StringBuilder _text = new("{");

    public JsonObjectText Add(string name, string json)
    {
        _text.Append(_text.Length > 1 ? "," : "").Append('"').Append(name).Append("\":").Append(json);
        return this;
    }

    public JsonObjectText AddText(string name, string value) => Add(name, Quote(value));

    public static string Quote(string value) => "\"" + value + "\"";

    public static string List(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    public static string TextList(IEnumerable<string> items) => List(items.Select(Quote));

    public override string ToString() => _text + "}";
}
