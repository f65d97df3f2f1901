using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen;

/// <summary>A flag whose value is a text, a number or a JSON object.</summary>
/// <typeparam name="T">
/// <see cref="string"/>, <see cref="int"/>, <see cref="double"/> or <see cref="JsonElement"/>; or the type that was generated from the flag's schema.
/// </typeparam>
/// <param name="engine">The engine that decides; null for the default one, looked up at each evaluation.</param>
/// <param name="slot">The flag's slot.</param>
/// <param name="read">What reads a generated type.</param>
[method: EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueFlag<T>(FlagEngine? engine, int slot, Func<FlagValue, T>? read = null) : IFlag<T>
{
    private readonly FlagEngine? _engine = engine;
    private readonly int _slot = slot;
    private readonly Func<FlagValue, T>? _read = read;

    /// <inheritdoc/>
    public string Key => FlagSlots.KeyOf(_slot);

    /// <inheritdoc/>
    public string Scope => FlagSlots.ScopeOf(_slot);

    /// <inheritdoc/>
    public FlagType Type =>
        typeof(T) == typeof(string) ? FlagType.String
        : typeof(T) == typeof(int) ? FlagType.Integer
        : typeof(T) == typeof(double) ? FlagType.Number
        : FlagType.Object;

    private FlagEngine Engine => _engine ?? DefaultEngines.Of(_slot);

    /// <summary>The flag's value.</summary>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public T GetValue(FlagContext? context = null) => Read(Engine.Evaluate(_slot, context));

    /// <inheritdoc/>
    public bool IsEnabled(FlagContext? context = null) => Engine.IsEnabled(_slot, context);

    /// <inheritdoc/>
    public FlagEvaluation<T> Evaluate(FlagContext? context = null)
    {
        FlagEngine engine = Engine;
        FlagOutcome outcome = engine.Evaluate(_slot, context);
        return engine.ToEvaluation(_slot, outcome, Read(outcome));
    }

    /// <inheritdoc/>
    public FlagExplanation Explain(FlagContext? context = null) => Engine.Explain(_slot, context);

    /// <summary>Records that an event happened to a unit that may have seen the flag.</summary>
    /// <param name="context">To whom it happened; null for the ambient context.</param>
    /// <param name="eventName">The event's name, one of the test's <c>track_events</c>.</param>
    public void Track(FlagContext? context, string eventName) => Engine.Track(_slot, context, eventName);

    /// <summary>The compiler of the running program leaves only the branch of the type, without a box.</summary>
    private T Read(FlagOutcome outcome)
    {
        if (typeof(T) == typeof(int))
        {
            int number = outcome.Value.AsInt32;
            return Unsafe.As<int, T>(ref number);
        }

        if (typeof(T) == typeof(double))
        {
            double number = outcome.Value.AsNumber;
            return Unsafe.As<double, T>(ref number);
        }

        if (typeof(T) == typeof(JsonElement))
        {
            JsonElement element = outcome.Value.GetJsonElement();
            return Unsafe.As<JsonElement, T>(ref element);
        }

        if (_read is not null)
        {
            return _read(outcome.Value);
        }

        // A handle that nobody initialised has no reader, and answers all the same.
        return outcome.Value.AsString is T text ? text : default!;
    }
}
