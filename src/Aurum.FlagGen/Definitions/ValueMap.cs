using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Aurum.FlagGen.Definitions;

/// <summary>Names with values of a definition: it never changes, and equals any that has the same values under the same names.</summary>
internal sealed class ValueMap<T> : IReadOnlyDictionary<string, T>
{
    private readonly Dictionary<string, T> _values;

    private ValueMap(Dictionary<string, T> values) => _values = values;

    public static ValueMap<T> Empty { get; } = new([]);

    public int Count => _values.Count;

    public IEnumerable<string> Keys => _values.Keys;

    public IEnumerable<T> Values => _values.Values;

    public T this[string key] => _values[key];

    /// <summary>The values as they are now. Null stays null, as of <see cref="ValueList{T}.Of"/>.</summary>
    [return: NotNullIfNotNull(nameof(values))]
    public static ValueMap<T>? Of(IReadOnlyDictionary<string, T>? values) => values switch
    {
        null => null,
        ValueMap<T> map => map,
        { Count: 0 } => Empty,
        _ => new ValueMap<T>(new Dictionary<string, T>(values, StringComparer.Ordinal)),
    };

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    public override bool Equals(object? obj) => obj is ValueMap<T> other
        && _values.Count == other._values.Count
        && _values.All(pair => other._values.TryGetValue(pair.Key, out T? value) && EqualityComparer<T>.Default.Equals(pair.Value, value));

    public override int GetHashCode() => _values.Count;
}
