using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>An immutable JSON value: what a flag serves, and what a condition compares with.</summary>
[JsonConverter(typeof(FlagValueJsonConverter))]
public sealed class FlagValue : IEquatable<FlagValue>
{
    private readonly object? _content;
    private readonly double _number;

    private object? _payload;

    private FlagValue(FlagValueKind kind, object? content = null, double number = 0)
    {
        Kind = kind;
        _content = content;
        _number = number;
    }

    /// <summary>JSON's null.</summary>
    public static FlagValue Null { get; } = new(FlagValueKind.Null);

    /// <summary>JSON's true.</summary>
    public static FlagValue True { get; } = new(FlagValueKind.Boolean, number: 1);

    /// <summary>JSON's false.</summary>
    public static FlagValue False { get; } = new(FlagValueKind.Boolean);

    /// <summary>What kind of value this is.</summary>
    public FlagValueKind Kind { get; }

    /// <summary>Whether this is JSON's true.</summary>
    /// <value><see langword="false"/> for every other value.</value>
    public bool AsBoolean => Kind == FlagValueKind.Boolean && _number != 0;

    /// <summary>The number in double precision; <see cref="ToJson"/> has all its digits.</summary>
    /// <value>0 for every other kind.</value>
    public double AsNumber => Kind == FlagValueKind.Number ? _number : 0;

    /// <summary>The number where it is a whole one of 32 bits.</summary>
    /// <value>0 where it is not, and for every other kind.</value>
    public int AsInt32 => TryGetInt32(out int value) ? value : 0;

    /// <summary>The text.</summary>
    /// <value>The empty text for every other kind.</value>
    public string AsString => Kind == FlagValueKind.String ? (string)_content! : "";

    /// <summary>The elements.</summary>
    /// <value>Empty for every other kind.</value>
    public IReadOnlyList<FlagValue> AsList => Kind == FlagValueKind.List ? (FlagValue[])_content! : [];

    /// <summary>How many lists stand one inside the other; what writes and compares them goes as deep.</summary>
    private int Depth => Kind == FlagValueKind.List ? (int)_number : 0;

    /// <summary>Makes a boolean value.</summary>
    /// <param name="value">The boolean.</param>
    public static implicit operator FlagValue(bool value) => From(value);

    /// <summary>Makes a text value.</summary>
    /// <param name="value">The text; null becomes JSON's null.</param>
    public static implicit operator FlagValue(string? value) => From(value);

    /// <summary>Makes a number value.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator FlagValue(int value) => From(value);

    /// <summary>Makes a number value.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator FlagValue(long value) => From(value);

    /// <summary>Makes a number value.</summary>
    /// <param name="value">The number; must be finite.</param>
    public static implicit operator FlagValue(double value) => From(value);

    /// <summary>Makes a number value.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator FlagValue(decimal value) => From(value);

    /// <summary>Makes a list of texts.</summary>
    /// <param name="values">The texts.</param>
    public static implicit operator FlagValue(string[] values) => From(values);

    /// <summary>Compares two values.</summary>
    public static bool operator ==(FlagValue? left, FlagValue? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two values.</summary>
    public static bool operator !=(FlagValue? left, FlagValue? right) => !(left == right);

    /// <summary>Makes a boolean value.</summary>
    /// <param name="value">The boolean.</param>
    public static FlagValue From(bool value) => value ? True : False;

    /// <summary>Makes a text value.</summary>
    /// <param name="value">The text; null becomes JSON's null.</param>
    public static FlagValue From(string? value) => value is null ? Null : new FlagValue(FlagValueKind.String, value);

    /// <summary>Makes a number value.</summary>
    /// <param name="value">The number.</param>
    public static FlagValue From(int value) => new(FlagValueKind.Number, number: value);

    /// <summary>Makes a number value with all its digits.</summary>
    /// <param name="value">The number.</param>
    public static FlagValue From(long value) => FromNumber(value.ToString(CultureInfo.InvariantCulture), value);

    /// <summary>Makes a number value with all its digits; zeros at its end count for nothing.</summary>
    /// <param name="value">The number.</param>
    public static FlagValue From(decimal value) => FromNumber(value.ToString(CultureInfo.InvariantCulture), (double)value);

    /// <summary>Makes a number value.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite; JSON has no word for it.</exception>
    public static FlagValue From(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A flag's number must be finite; JSON has no word for any other.");
        }

        return new FlagValue(FlagValueKind.Number, number: value);
    }

    /// <summary>Makes a list of texts.</summary>
    /// <param name="values">The texts.</param>
    public static FlagValue From(IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return OfList([.. values.Select(From)]);
    }

    /// <summary>Makes a list of values.</summary>
    /// <param name="values">The values.</param>
    /// <exception cref="ArgumentException">A value is null, or so many lists stand one inside the other that no reader of JSON would take them.</exception>
    public static FlagValue From(IEnumerable<FlagValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        FlagValue list = OfList([.. values]);
        return list.Depth <= JsonLimits.Default.MaxDepth
            ? list
            : throw new ArgumentException($"The value is {list.Depth} lists deep, and at most {JsonLimits.Default.MaxDepth} are read; give one that is flatter.", nameof(values));
    }

    /// <summary>Makes a value of a JSON element.</summary>
    /// <param name="element">The element; it is copied.</param>
    /// <exception cref="ArgumentException">The element is undefined, or has a number beyond the range of double precision.</exception>
    public static FlagValue From(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException("The JSON element is undefined; give one that was read from a document.", nameof(element));
        }

        return Parse(element.GetRawText());
    }

    /// <summary>Reads a value from JSON.</summary>
    /// <param name="json">The JSON; comments and trailing commas are accepted.</param>
    /// <exception cref="ArgumentException">The text is not a JSON value.</exception>
    public static FlagValue Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonReadResult result = JsonReader.Read(json);
        if (result.Root is null || result.Faults.Count > 0)
        {
            string fault = result.Faults.Count > 0 ? result.Faults[0].Message : "It is empty.";
            throw new ArgumentException($"The text is not a JSON value. {fault}", nameof(json));
        }

        return TryFrom(result.Root, out FlagValue? value)
            ? value
            : throw new ArgumentException("The JSON value has a number beyond the range of double precision.", nameof(json));
    }

    /// <summary>The number, if it is a whole one of 32 bits.</summary>
    /// <param name="value">The number, or 0.</param>
    /// <returns>Whether it is.</returns>
    public bool TryGetInt32(out int value)
    {
        value = (int)_number;
        if (Kind == FlagValueKind.Number && value == _number)
        {
            return true;
        }

        value = 0;
        return false;
    }

    /// <summary>The value as a JSON element.</summary>
    public JsonElement ToJsonElement()
    {
        using JsonDocument document = JsonDocument.Parse(ToJson());
        return document.RootElement.Clone();
    }

    /// <summary>The value as compact JSON.</summary>
    public string ToJson()
    {
        StringBuilder json = new();
        AppendTo(json);
        return json.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => ToJson();

    /// <inheritdoc/>
    public bool Equals(FlagValue? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other.Kind != Kind)
        {
            return false;
        }

        return Kind switch
        {
            FlagValueKind.Boolean => _number == other._number,
            FlagValueKind.Number => _number == other._number && (string?)_content == (string?)other._content,
            FlagValueKind.String => AsString == other.AsString,
            FlagValueKind.List => AsList.SequenceEqual(other.AsList),
            FlagValueKind.Object => (string)_content! == (string)other._content!
                || JsonElement.DeepEquals(ToJsonElement(), other.ToJsonElement()),
            _ => true,
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FlagValue);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        FlagValueKind.String => AsString.GetHashCode(StringComparison.Ordinal),
        FlagValueKind.List => AsList.Count,
        FlagValueKind.Object => 1,
        _ => HashCode.Combine(Kind, _number),
    };

    /// <summary>Makes a value of a node that the manifest's reader read.</summary>
    /// <param name="node">The node.</param>
    /// <param name="value">The value, or null.</param>
    internal static bool TryFrom(JsonNode node, [NotNullWhen(true)] out FlagValue? value)
    {
        value = null;
        switch (node.Kind)
        {
            case JsonKind.Null:
                value = Null;
                return true;
            case JsonKind.True:
            case JsonKind.False:
                value = From(node.Kind == JsonKind.True);
                return true;
            case JsonKind.Number:
                if (!double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
                {
                    return false;
                }

                value = FromNumber(node.Text, number);
                return true;
            case JsonKind.String:
                value = From(node.Text);
                return true;
            case JsonKind.Array:
                FlagValue[] items = new FlagValue[node.Items.Count];
                for (int i = 0; i < items.Length; i++)
                {
                    if (!TryFrom(node.Items[i], out FlagValue? item))
                    {
                        return false;
                    }

                    items[i] = item;
                }

                value = OfList(items);
                return true;
            default:
                value = new FlagValue(FlagValueKind.Object, JsonText.Minify(node));
                return true;
        }
    }

    /// <summary>The number as a text, of which equal numbers have equal ones.</summary>
    internal string ExactText => (string?)_content ?? ExactNumber.TextOf(_number);

    /// <summary>The typed form of an object flag's value, read once and kept with the value.</summary>
    /// <typeparam name="T">The type that was generated from the flag's schema.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T GetPayload<T>()
        where T : class, IFlagPayload<T>
    {
        if (_payload is T payload)
        {
            return payload;
        }

        payload = T.Read(ToJsonElement());
        _payload = payload;
        return payload;
    }

    /// <summary>The value as a JSON element, read once and kept with the value.</summary>
    internal JsonElement GetJsonElement()
    {
        if (_payload is JsonElement element)
        {
            return element;
        }

        element = ToJsonElement();
        _payload = element;
        return element;
    }

    private static FlagValue OfList(FlagValue[] items)
    {
        int depth = 0;
        foreach (FlagValue item in items)
        {
            depth = Math.Max(depth, item?.Depth ?? throw new ArgumentException("An element of the list is null; write FlagValue.Null for JSON's null.", nameof(items)));
        }

        return new FlagValue(FlagValueKind.List, items, depth + 1);
    }

    /// <summary>A number with all its digits: as a text where double precision would lose some.</summary>
    private static FlagValue FromNumber(string text, double number) =>
        new(FlagValueKind.Number, ExactNumber.IsToldBy(number, text) ? null : ExactNumber.Normalize(text), number);

    internal void AppendTo(StringBuilder json)
    {
        switch (Kind)
        {
            case FlagValueKind.Null:
                json.Append("null");
                break;
            case FlagValueKind.Boolean:
                json.Append(AsBoolean ? "true" : "false");
                break;
            case FlagValueKind.Number:
                json.Append((string?)_content ?? _number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case FlagValueKind.String:
                JsonText.AppendString(json, AsString);
                break;
            case FlagValueKind.List:
                json.Append('[');
                for (int i = 0; i < AsList.Count; i++)
                {
                    AsList[i].AppendTo(i == 0 ? json : json.Append(','));
                }

                json.Append(']');
                break;
            default:
                json.Append((string)_content!);
                break;
        }
    }
}
