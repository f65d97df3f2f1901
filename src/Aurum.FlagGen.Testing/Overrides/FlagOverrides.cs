using System.Collections;
using System.Text.Json;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Testing;

/// <summary>
/// Gives flags the values that a test wants: <c>using (FlagOverrides.Set(Features.DashboardWidget, true))</c>. Several at once:
/// <c>using (new FlagOverrides { { Features.DashboardWidget, true }, { "checkout.flow", "variant_a" } }.Open())</c>.
/// </summary>
/// <remarks>
/// An override is in force on the asynchronous flow that opened it and on those that it starts, so that tests which run in parallel do not see each other's.
/// There the flag gives this value to everybody, with the reason <see cref="EvaluationReason.Static"/>, and flags that need it see the value too. An overridden
/// flag that is not boolean counts as on unless it was given the control of its experiment or, without one, its default.
/// </remarks>
public sealed class FlagOverrides : IEnumerable<KeyValuePair<string, FlagValue>>
{
    private readonly FlagEngine? _engine;
    private readonly OrderedDictionary<FlagIdentity, FlagValue> _values = [];

    /// <summary>Makes overrides that count for every engine of the process.</summary>
    public FlagOverrides()
    {
    }

    /// <summary>Makes overrides that count for one engine, and for what is captured from it.</summary>
    /// <param name="engine">The engine.</param>
    public FlagOverrides(FlagEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
    }

    /// <summary>Overrides a flag, until the result is disposed.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The flag cannot have the value.</exception>
    public static IDisposable Set<TValue>(IFlag<TValue> flag, TValue value) => new FlagOverrides { { flag, value } }.Open();

    /// <summary>Overrides a flag of whatever type, until the result is disposed.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="value">The value; of a variant flag, the variant's name.</param>
    /// <exception cref="ArgumentException">The flag cannot have the value.</exception>
    public static IDisposable Set(IFlag flag, FlagValue value) => new FlagOverrides { { flag, value } }.Open();

    /// <summary>Overrides a flag by key, until the result is disposed. An engine that has no such flag has it as long.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="value">The value; of a variant flag, the variant's name.</param>
    /// <exception cref="ArgumentException">The flag cannot have the value, or manifests of several scopes declare the key.</exception>
    public static IDisposable Set(string key, FlagValue value) => new FlagOverrides { { key, value } }.Open();

    /// <summary>Adds a flag.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="value">The value; the last one counts that is added for a flag.</param>
    /// <exception cref="ArgumentException">The flag cannot have the value.</exception>
    public void Add<TValue>(IFlag<TValue> flag, TValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        FlagSlot slot = DeclaredFlag.Find(flag);
        Add(slot, ToFlagValue(slot, value));
    }

    /// <summary>Adds a flag of whatever type.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="value">The value; the last one counts that is added for a flag.</param>
    /// <exception cref="ArgumentException">The flag cannot have the value.</exception>
    public void Add(IFlag flag, FlagValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Add(DeclaredFlag.Find(flag), value);
    }

    /// <summary>Adds a flag by key.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="value">The value; the last one counts that is added for a flag.</param>
    /// <exception cref="ArgumentException">The flag cannot have the value, or manifests of several scopes declare the key.</exception>
    public void Add(string key, FlagValue value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(value);
        if (DeclaredFlag.TryFind(key) is { } slot)
        {
            Add(slot, value);
            return;
        }

        if (value.Kind is FlagValueKind.Null or FlagValueKind.List)
        {
            throw new ArgumentException($"Flag '{key}' cannot be overridden with {value.ToJson()}: no flag has such a value. Give it a boolean, a text, a number or an object.", nameof(value));
        }

        _values[new FlagIdentity(null, key)] = value;
    }

    /// <summary>Adds a flag by scope and key, for a key that manifests of several scopes declare.</summary>
    /// <param name="scope">The scope of the manifest that declares the flag.</param>
    /// <param name="key">The flag's key.</param>
    /// <param name="value">The value; the last one counts that is added for a flag.</param>
    /// <exception cref="ArgumentException">No manifest of the scope declares the flag, or the flag cannot have the value.</exception>
    public void Add(string scope, string key, FlagValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Add(DeclaredFlag.Find(scope, key), value);
    }

    /// <summary>Puts the overrides in force on the current asynchronous flow, above those that are in force already.</summary>
    /// <returns>Takes them back when it is disposed, in whatever order that happens with other scopes.</returns>
    public IDisposable Open() => FlagOverrideScope.Open(_values, _engine);

    /// <summary>The flags' keys and values, in the order in which they were added.</summary>
    public IEnumerator<KeyValuePair<string, FlagValue>> GetEnumerator() =>
        _values.Select(static pair => KeyValuePair.Create(pair.Key.Key, pair.Value)).GetEnumerator();

    /// <summary>The flags and their values, as a test's name shows them: <c>dashboard_widget: true, checkout.flow: variant_a</c>.</summary>
    public override string ToString() => string.Join(", ", _values.Select(static pair => $"{pair.Key.Key}: {Show(pair.Value)}"));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Show(FlagValue value) => value.Kind == FlagValueKind.String ? value.AsString : value.ToJson();

    private static FlagValue ToFlagValue<TValue>(FlagSlot slot, TValue value) => value switch
    {
        bool boolean => boolean,
        string text => text,
        int integer => integer,
        double number => number,
        JsonElement element => FlagValue.From(element),
        Enum variant => NameOf(slot, Convert.ToInt32(variant, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"Flag '{slot.Key}' cannot be overridden with a {typeof(TValue).Name}, which has no way back to JSON; give the JSON itself: FlagValue.Parse(\"{{ … }}\").", nameof(value)),
    };

    private static FlagValue NameOf(FlagSlot slot, int ordinal) => (uint)ordinal < (uint)slot.VariantNames.Count
        ? slot.VariantNames[ordinal]
        : throw new ArgumentException($"Flag '{slot.Key}' has no variant with the number {ordinal}; its variants are {string.Join(", ", slot.VariantNames)}.", nameof(ordinal));

    internal void Add(FlagSlot slot, FlagValue value)
    {
        if (!new VariantTable(slot.Definition, slot.VariantNames).Fits(value))
        {
            string wanted = slot.Type == FlagType.Variant ? $"one of its variants: {string.Join(", ", slot.VariantNames)}" : $"a value of its type, {slot.Type}";
            throw new ArgumentException($"Flag '{slot.Key}' cannot be overridden with {value.ToJson()}; give it {wanted}.", nameof(value));
        }

        _values[slot.Identity] = value;
    }
}
