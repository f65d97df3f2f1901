using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using Aurum.FlagGen.Contexts;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>The value of an attribute, of any kind, without boxing. Generated contexts make it; rules read it.</summary>
/// <remarks>A reference and 64 bits: it travels in registers. <c>default</c> is a missing attribute.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AttributeValue
{
    /// <summary>The longest text of a date and time: <c>9999-12-31T23:59:59.9999999Z</c>.</summary>
    internal const int DateTimeLength = 28;

    private readonly object? _reference;
    private readonly long _bits;

    private AttributeValue(object? reference, long bits)
    {
        _reference = reference;
        _bits = bits;
    }

    /// <summary>Present, and equal to nothing.</summary>
    internal static AttributeValue Object => new(AttributeMarker.Object, 0);

    internal AttributeKind Kind => _reference switch
    {
        null => AttributeKind.Missing,
        string => AttributeKind.String,
        AttributeMarker marker => marker.Kind,
        ExactNumber => AttributeKind.ExactNumber,
        NotUnderstood => AttributeKind.NotUnderstood,
        _ => AttributeKind.List,
    };

    internal bool IsMissing => _reference is null;

    /// <summary>The text, or null where this is no string.</summary>
    internal string? Text
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _reference as string;
    }

    internal long Integer => _bits;

    /// <summary>The number that neither 64 bits nor double precision hold.</summary>
    internal ExactNumber Exact => (ExactNumber)_reference!;

    /// <summary>What is not understood: of a list, the first element that is not; null where all is.</summary>
    internal NotUnderstood? Misfit => _reference switch
    {
        null or string or string[] or AttributeMarker or ExactNumber => null,
        NotUnderstood value => value,
        _ => AsList().FindMisfit(),
    };

    internal bool Boolean => _bits != 0;

    /// <summary>The instant in ticks of UTC.</summary>
    internal long Ticks => _bits;

    /// <summary>Makes a value of a text.</summary>
    /// <param name="value">The text; null is a missing attribute.</param>
    public static AttributeValue From(string? value) => new(value, 0);

    /// <summary>Makes a value of a boolean.</summary>
    /// <param name="value">The boolean; null is a missing attribute.</param>
    public static AttributeValue From(bool? value) => value is { } known ? new(AttributeMarker.Boolean, known ? 1 : 0) : default;

    /// <summary>Makes a value of a whole number.</summary>
    /// <param name="value">The number; null is a missing attribute.</param>
    public static AttributeValue From(long? value) => value is { } known ? new(AttributeMarker.Integer, known) : default;

    /// <summary>Makes a value of a number.</summary>
    /// <param name="value">The number; null is a missing attribute, and on one that is not finite every condition is false.</param>
    public static AttributeValue From(double? value) =>
        value is not { } known ? default
        : double.IsFinite(known) ? new(AttributeMarker.Number, BitConverter.DoubleToInt64Bits(known))
        : From(NotUnderstood.NoFiniteNumber(known));

    /// <summary>Makes a value of an instant.</summary>
    /// <param name="value">The instant; null is a missing attribute.</param>
    public static AttributeValue From(DateTimeOffset? value) => value is { } known ? new(AttributeMarker.DateTime, known.UtcTicks) : default;

    /// <summary>Makes a value of a list of texts.</summary>
    /// <param name="values">The texts; null is a missing attribute.</param>
    public static AttributeValue From(IReadOnlyList<string>? values) => new(values, 0);

    /// <summary>Makes a value of a day, which is an instant, its midnight in UTC, and has a text of its own.</summary>
    internal static AttributeValue From(DateOnly day) => new(AttributeMarker.Day, day.ToDateTime(TimeOnly.MinValue).Ticks);

    /// <summary>Makes a value of a number of any width.</summary>
    /// <param name="number">The number in the invariant culture, as JSON has it.</param>
    /// <param name="isInteger">Whether it is an integer by its kind, so that it may be a targeting key.</param>
    internal static AttributeValue FromNumber(string number, bool isInteger)
    {
        if (isInteger && long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
        {
            return From(integer);
        }

        return !isInteger && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            && ExactNumber.IsToldBy(value, number)
            ? From(value)
            : new(new ExactNumber(number, isInteger), 0);
    }

    /// <summary>Makes a value of what no condition understands.</summary>
    internal static AttributeValue From(NotUnderstood value) => new(value, 0);

    /// <summary>Makes a value of a list of any values.</summary>
    internal static AttributeValue From(AttributeValue[] values) => new(values, 0);

    /// <summary>Makes a value of a list whose elements are converted when they are looked at.</summary>
    internal static AttributeValue From(IReadOnlyList<object?> values) => new(values, 0);

    /// <summary>The number, if this is one.</summary>
    internal bool TryGetNumber(out double value)
    {
        if (ReferenceEquals(_reference, AttributeMarker.Integer))
        {
            value = _bits;
            return true;
        }

        if (_reference is ExactNumber exact)
        {
            value = exact.Value;
            return double.IsFinite(value);
        }

        value = BitConverter.Int64BitsToDouble(_bits);
        return ReferenceEquals(_reference, AttributeMarker.Number);
    }

    /// <summary>The text that an instant counts as.</summary>
    internal ReadOnlySpan<char> FormatDateTime(Span<char> buffer)
    {
        string format = ReferenceEquals(_reference, AttributeMarker.Day) ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
        new DateTime(_bits, DateTimeKind.Utc).TryFormat(buffer, out int length, format, CultureInfo.InvariantCulture);
        return buffer[..length];
    }

    /// <summary>The number as a targeting key.</summary>
    internal ReadOnlySpan<char> FormatInteger(Span<char> buffer)
    {
        _bits.TryFormat(buffer, out int length, provider: CultureInfo.InvariantCulture);
        return buffer[..length];
    }

    /// <summary>The elements of a list.</summary>
    internal AttributeList AsList() => new(_reference!);

    /// <summary>The value as a person reads it: as JSON, save that an object's members are left out.</summary>
    internal string Render() => AttributeText.Render(this);
}
