using System.ComponentModel;
using System.Runtime.CompilerServices;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen;

/// <summary>A flag whose value is one name out of a declared list.</summary>
/// <typeparam name="TVariant">The generated enum; its underlying type is <see cref="int"/> and its members number the declared variants from 0.</typeparam>
/// <param name="engine">The engine that decides; null for the default one, looked up at each evaluation.</param>
/// <param name="slot">The flag's slot.</param>
[method: EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct VariantFlag<TVariant>(FlagEngine? engine, int slot) : IFlag<TVariant>
    where TVariant : struct, Enum
{
    private readonly FlagEngine? _engine = engine;
    private readonly int _slot = slot;

    /// <inheritdoc/>
    public string Key => FlagSlots.KeyOf(_slot);

    /// <inheritdoc/>
    public string Scope => FlagSlots.ScopeOf(_slot);

    /// <inheritdoc/>
    public FlagType Type => FlagType.Variant;

    private FlagEngine Engine => _engine ?? DefaultEngines.Of(_slot);

    /// <summary>The variant.</summary>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public TVariant GetVariant(FlagContext? context = null) =>
        Read(Engine.Evaluate(_slot, context));

    /// <summary>The variant's position among those declared, for generated code, which knows them by it.</summary>
    /// <param name="context">Who asks; null for the ambient context.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int GetOrdinal(FlagContext? context = null) => Engine.Evaluate(_slot, context).VariantOrdinal;

    /// <inheritdoc/>
    public bool IsEnabled(FlagContext? context = null) => Engine.IsEnabled(_slot, context);

    /// <inheritdoc/>
    public FlagEvaluation<TVariant> Evaluate(FlagContext? context = null)
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

    /// <summary>An outcome of a variant flag is always one of the declared variants: the engine compiles it so.</summary>
    private static TVariant Read(FlagOutcome outcome)
    {
        int ordinal = outcome.VariantOrdinal;
        return Unsafe.As<int, TVariant>(ref ordinal);
    }
}
