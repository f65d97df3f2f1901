using System.Globalization;
using System.Runtime.CompilerServices;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Definitions;

/// <summary>Writes compact JSON member by member and leaves out what has its default.</summary>
internal sealed class DefinitionWriter
{
    private readonly JsonBuffer _buffer = new();

    // Whether the next member or element needs a comma before it.
    private bool _continues;

    /// <summary>What was written, until more is.</summary>
    public ReadOnlySpan<char> Written => _buffer.Written;

    public override string ToString() => _buffer.ToString();

    /// <summary>Begins a new text in the memory of the last.</summary>
    public void Clear()
    {
        _buffer.Clear();
        _continues = false;
    }

    public void BeginObject(string? name = null) => Begin(name, '{');

    public void EndObject() => End('}');

    public void BeginList(string? name = null) => Begin(name, '[');

    public void EndList() => End(']');

    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            _buffer.AppendString(value);
        }
    }

    /// <summary>The word for a value, unless it is the first of its enumeration, which is what no word means.</summary>
    public void Word<T>(string name, T value, WordList<T> words)
        where T : struct, Enum
    {
        // The framework's comparer would be compiled for each enumeration when a process starts.
        if (Unsafe.BitCast<T, int>(value) != 0)
        {
            Text(name, words.WordFor(value));
        }
    }

    public void True(string name, bool value)
    {
        if (value)
        {
            Name(name);
            _buffer.Append("true");
        }
    }

    public void Number(string name, double value)
    {
        Name(name);
        _buffer.Append(value);
    }

    public void Number(string name, double? value)
    {
        if (value is { } given)
        {
            Number(name, given);
        }
    }

    public void Number(string name, double value, double absent)
    {
        if (value != absent)
        {
            Number(name, value);
        }
    }

    public void Version(string name, long value)
    {
        Name(name);
        _buffer.Append(value);
    }

    public void Value(string name, FlagValue? value)
    {
        if (value is not null)
        {
            Name(name);
            value.Append(_buffer);
        }
    }

    /// <summary>A member whose value is JSON already.</summary>
    public void Json(string name, string? json)
    {
        if (json is not null)
        {
            Name(name);
            _buffer.Append(json);
        }
    }

    public void Time(string name, DateTimeOffset? value) => Text(name, value is { } time ? Timestamps.Format(time.UtcTicks) : null);

    public void Day(string name, DateOnly? value) => Text(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Texts(string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        BeginList(name);
        foreach (string value in values)
        {
            Item(value);
        }

        EndList();
    }

    public void Item(string value)
    {
        Separate();
        _buffer.AppendString(value);
    }

    public void Weights(string name, IReadOnlyList<VariantWeight> weights)
    {
        BeginObject(name);
        for (int i = 0; i < weights.Count; i++)
        {
            Number(weights[i].Variant, weights[i].Weight);
        }

        EndObject();
    }

    /// <summary>Copies the members of a JSON object, as they are, into the object that is being written.</summary>
    public void Members(string? json)
    {
        if (json is { Length: > 2 })
        {
            Separate();
            _buffer.Append(json.AsSpan(1, json.Length - 2));
        }
    }

    private void Begin(string? name, char bracket)
    {
        if (name is null)
        {
            Separate();
        }
        else
        {
            Name(name);
        }

        _buffer.Append(bracket);
        _continues = false;
    }

    private void End(char bracket)
    {
        _buffer.Append(bracket);
        _continues = true;
    }

    private void Name(string name)
    {
        Separate();
        _buffer.AppendString(name);
        _buffer.Append(':');
    }

    private void Separate()
    {
        if (_continues)
        {
            _buffer.Append(',');
        }

        _continues = true;
    }
}
