using System.Globalization;
using System.Text;
using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Definitions;

/// <summary>Writes compact JSON member by member and leaves out what has its default.</summary>
internal sealed class DefinitionWriter
{
    private readonly StringBuilder _builder = new();

    // Whether the next member or element needs a comma before it.
    private bool _continues;

    public override string ToString() => _builder.ToString();

    public void BeginObject(string? name = null) => Begin(name, '{');

    public void EndObject() => End('}');

    public void BeginList(string? name = null) => Begin(name, '[');

    public void EndList() => End(']');

    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            JsonText.AppendString(_builder, value);
        }
    }

    /// <summary>The word for a value, unless it is the first of its enumeration, which is what no word means.</summary>
    public void Word<T>(string name, T value, WordList<T> words)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
        {
            Text(name, words.WordFor(value));
        }
    }

    public void True(string name, bool value)
    {
        if (value)
        {
            Name(name);
            _builder.Append("true");
        }
    }

    public void Number(string name, double value)
    {
        Name(name);
        _builder.Append(value.ToString("R", CultureInfo.InvariantCulture));
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
        _builder.Append(CultureInfo.InvariantCulture, $"{value}");
    }

    public void Value(string name, FlagValue? value)
    {
        if (value is not null)
        {
            Name(name);
            value.Append(_builder);
        }
    }

    /// <summary>A member whose value is JSON already.</summary>
    public void Json(string name, string? json)
    {
        if (json is not null)
        {
            Name(name);
            _builder.Append(json);
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
        JsonText.AppendString(_builder, value);
    }

    public void Weights(string name, IReadOnlyList<VariantWeight> weights)
    {
        BeginObject(name);
        foreach (VariantWeight arm in weights)
        {
            Number(arm.Variant, arm.Weight);
        }

        EndObject();
    }

    /// <summary>Copies the members of a JSON object, as they are, into the object that is being written.</summary>
    public void Members(string? json)
    {
        if (json is { Length: > 2 })
        {
            Separate();
            _builder.Append(json, 1, json.Length - 2);
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

        _builder.Append(bracket);
        _continues = false;
    }

    private void End(char bracket)
    {
        _builder.Append(bracket);
        _continues = true;
    }

    private void Name(string name)
    {
        Separate();
        JsonText.AppendString(_builder, name);
        _builder.Append(':');
    }

    private void Separate()
    {
        if (_continues)
        {
            _builder.Append(',');
        }

        _continues = true;
    }
}
