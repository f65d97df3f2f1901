using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Definitions;

/// <summary>Writes compact JSON member by member and leaves out what has its default.</summary>
internal sealed class DefinitionWriter
{
    private readonly StringBuilder _json = new();

    public override string ToString() => _json.ToString();

    public void BeginObject() => Start().Append('{');

    public void EndObject() => _json.Append('}');

    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            JsonText.AppendString(Start(name), value);
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

    public void True(string name, bool value) => Json(name, value ? "true" : null);

    public void Number(string name, double? value) => Json(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public void Version(string name, long value) => Json(name, value.ToString(CultureInfo.InvariantCulture));

    public void Value(string name, FlagValue? value) => value?.AppendTo(Start(name));

    /// <summary>A member whose value is JSON already.</summary>
    public void Json(string name, string? json)
    {
        if (json is not null)
        {
            Start(name).Append(json);
        }
    }

    public void Time(string name, DateTimeOffset? value) => Text(name, value is { } time ? Timestamps.Format(time.UtcTicks) : null);

    public void Day(string name, DateOnly? value) => Text(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Object<T>(string name, T? value, Action<DefinitionWriter, T> writeMembers)
        where T : class
    {
        if (value is not null)
        {
            Start(name).Append('{');
            writeMembers(this, value);
            EndObject();
        }
    }

    /// <summary>A list of objects, unless it is empty.</summary>
    public void List<T>(string name, IReadOnlyList<T> items, Action<DefinitionWriter, T> writeMembers)
    {
        if (items.Count == 0)
        {
            return;
        }

        Start(name).Append('[');
        foreach (T item in items)
        {
            BeginObject();
            writeMembers(this, item);
            EndObject();
        }

        _json.Append(']');
    }

    /// <summary>A list of texts, unless it is empty.</summary>
    public void Texts(string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        Start(name).Append('[');
        foreach (string value in values)
        {
            JsonText.AppendString(Start(), value);
        }

        _json.Append(']');
    }

    /// <summary>An object of names and values, unless it is empty.</summary>
    public void Values(string name, IReadOnlyCollection<KeyValuePair<string, FlagValue>> values) =>
        Object(name, values.Count == 0 ? null : values, static (writer, values) =>
        {
            foreach ((string name, FlagValue value) in values)
            {
                writer.Value(name, value);
            }
        });

    public void Weights(string name, IReadOnlyList<VariantWeight>? weights) =>
        Object(name, weights, static (writer, weights) =>
        {
            foreach (VariantWeight arm in weights)
            {
                writer.Number(arm.Variant, arm.Weight);
            }
        });

    /// <summary>Copies the members of a JSON object, as they are, into the object that is being written.</summary>
    public void Members(string? json)
    {
        if (json is { Length: > 2 })
        {
            Start().Append(json, 1, json.Length - 2);
        }
    }

    private StringBuilder Start(string name)
    {
        JsonText.AppendString(Start(), name);
        return _json.Append(':');
    }

    /// <summary>The text so far, ready for the next member or element.</summary>
    private StringBuilder Start() => _json.Length == 0 || _json[^1] is '{' or '[' ? _json : _json.Append(',');
}
