using System.Globalization;
using System.Text;
using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Definitions;

/// <summary>JSON text that grows at its end and can be read, or begun anew, without a copy.</summary>
internal sealed class JsonBuffer
{
    private const int FirstCapacity = 1024;

    /// <summary>No number of double precision is longer, in any of its forms.</summary>
    private const int LongestNumber = 32;

    private char[] _chars = new char[FirstCapacity];
    private int _length;

    public ReadOnlySpan<char> Written => _chars.AsSpan(0, _length);

    public override string ToString() => Written.ToString();

    public void Clear() => _length = 0;

    public void Append(char c)
    {
        Reserve(1);
        _chars[_length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_chars.AsSpan(_length));
        _length += text.Length;
    }

    public void Append(double number)
    {
        Reserve(LongestNumber);
        number.TryFormat(_chars.AsSpan(_length), out int written, "R", CultureInfo.InvariantCulture);
        _length += written;
    }

    public void Append(long number)
    {
        Reserve(LongestNumber);
        number.TryFormat(_chars.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Appends a JSON string with its quotes.</summary>
    public void AppendString(string value)
    {
        Reserve(value.Length + 2);
        Span<char> target = _chars.AsSpan(_length, value.Length + 2);
        target[0] = '"';
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c < ' ' || c is '"' or '\\' || char.IsSurrogate(c))
            {
                AppendEscaped(value);
                return;
            }

            target[i + 1] = c;
        }

        target[^1] = '"';
        _length += target.Length;
    }

    private void AppendEscaped(string value)
    {
        StringBuilder builder = new();
        JsonText.AppendString(builder, value);
        Append(builder.ToString());
    }

    private void Reserve(int count)
    {
        if (_chars.Length - _length >= count)
        {
            return;
        }

        char[] larger = new char[Math.Max(_chars.Length * 2, _length + count)];
        Written.CopyTo(larger);
        _chars = larger;
    }
}
