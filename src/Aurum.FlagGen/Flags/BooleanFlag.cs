using System.ComponentModel;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen;

/// <summary>A flag that is on or off.</summary>
/// <param name="engine">The engine that decides; null for the default one, looked up at each evaluation.</param>
/// <param name="slot">The flag's slot.</param>
[method: EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanFlag(FlagEngine? engine, int slot) : IFlag<bool>
{
    private readonly FlagEngine? _engine = engine;
    private readonly int _slot = slot;

    /// <inheritdoc/>
    public string Key => FlagSlots.KeyOf(_slot);

    /// <inheritdoc/>
    public string Scope => FlagSlots.ScopeOf(_slot);

    /// <inheritdoc/>
    public FlagType Type => FlagType.Boolean;

    private FlagEngine Engine => _engine ?? DefaultEngines.Of(_slot);

    /// <inheritdoc/>
    public bool IsEnabled(FlagContext? context = null) => Engine.IsEnabled(_slot, context);

    /// <inheritdoc/>
    public FlagEvaluation<bool> Evaluate(FlagContext? context = null)
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

    private static bool Read(FlagOutcome outcome) => outcome.Value.AsBoolean;
}
