using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen;

/// <content>Flags by key, for keys that are known only at run time.</content>
public sealed partial class FlagEngine
{
    /// <summary>Whether a flag is on: a boolean flag when its value is true; any other when a rule or a test gave a variant other than the control.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    /// <returns><see langword="false"/> where no flag has the key.</returns>
    public bool IsEnabled(string key, FlagContext? context = null) => TryEvaluate(key, context, out FlagOutcome? outcome) && outcome.IsOn;

    /// <summary>The name of the variant that a flag gives.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    /// <returns>Null where no variant has the value that is served, or no flag has the key.</returns>
    public string? GetVariant(string key, FlagContext? context = null) => TryEvaluate(key, context, out FlagOutcome? outcome) ? outcome.Variant : null;

    /// <summary>A flag's value, of whatever type it is, and how it came about.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    /// <returns>JSON's null where the flag does not exist; where it cannot be evaluated, its own default.</returns>
    public FlagEvaluation<FlagValue> Evaluate(string key, FlagContext? context = null) =>
        TryEvaluate(key, context, out FlagOutcome? outcome) ? ToEvaluation(outcome, outcome.Value, IsStale(outcome.Flag)) : NotFound(key, FlagValue.Null);

    /// <summary>A flag's value, of whatever type it is, and how it came about.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public FlagEvaluation<FlagValue> GetDetails(string key, FlagValue defaultValue, FlagContext? context = null)
    {
        if (!TryEvaluate(key, context, out FlagOutcome? outcome))
        {
            return NotFound(key, defaultValue);
        }

        return ToEvaluation(outcome, outcome.Reason == EvaluationReason.Error ? defaultValue : outcome.Value, IsStale(outcome.Flag));
    }

    /// <summary>The value of a boolean flag.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist, is of another type or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public bool GetBooleanValue(string key, bool defaultValue, FlagContext? context = null) => GetBooleanDetails(key, defaultValue, context).Value;

    /// <summary>The value of a boolean flag, and how it came about.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist, is of another type or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public FlagEvaluation<bool> GetBooleanDetails(string key, bool defaultValue, FlagContext? context = null) =>
        Evaluate(key, defaultValue, context, FlagType.Boolean, static value => value.AsBoolean);

    /// <summary>The value of a flag of type string, or the name that one of type variant gives.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist, is of another type or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public string GetStringValue(string key, string defaultValue, FlagContext? context = null) => GetStringDetails(key, defaultValue, context).Value;

    /// <summary>The value of a flag of type string, or the name that one of type variant gives, and how it came about.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist, is of another type or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public FlagEvaluation<string> GetStringDetails(string key, string defaultValue, FlagContext? context = null) =>
        Evaluate(key, defaultValue, context, FlagType.String, static value => value.AsString, FlagType.Variant);

    /// <summary>The value of an integer flag.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist, is of another type or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public int GetIntegerValue(string key, int defaultValue, FlagContext? context = null) => GetIntegerDetails(key, defaultValue, context).Value;

    /// <summary>The value of an integer flag, and how it came about.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist, is of another type or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public FlagEvaluation<int> GetIntegerDetails(string key, int defaultValue, FlagContext? context = null) =>
        Evaluate(key, defaultValue, context, FlagType.Integer, static value => value.AsInt32);

    /// <summary>The value of a flag of type number or integer.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist, is of another type or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public double GetDoubleValue(string key, double defaultValue, FlagContext? context = null) => GetDoubleDetails(key, defaultValue, context).Value;

    /// <summary>The value of a flag of type number or integer, and how it came about.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist, is of another type or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public FlagEvaluation<double> GetDoubleDetails(string key, double defaultValue, FlagContext? context = null) =>
        Evaluate(key, defaultValue, context, FlagType.Number, static value => value.AsNumber, FlagType.Integer);

    /// <summary>The value of an object flag.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist, is of another type or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public JsonElement GetObjectValue(string key, JsonElement defaultValue, FlagContext? context = null) => GetObjectDetails(key, defaultValue, context).Value;

    /// <summary>The value of an object flag, and how it came about.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="defaultValue">What is given where the flag does not exist, is of another type or cannot be evaluated.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public FlagEvaluation<JsonElement> GetObjectDetails(string key, JsonElement defaultValue, FlagContext? context = null) =>
        Evaluate(key, defaultValue, context, FlagType.Object, static value => value.GetJsonElement());

    /// <summary>Every flag, in the order of <see cref="Definitions"/>; flags that cannot be read come last.</summary>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public IReadOnlyList<FlagEvaluation<FlagValue>> EvaluateAll(FlagContext? context = null)
    {
        FlagSnapshot snapshot = Current;
        FlagEvaluation<FlagValue>[] results = new FlagEvaluation<FlagValue>[snapshot.Flags.Length];
        EvaluateAll(snapshot, context, results);
        return results;
    }

    /// <summary>Every flag, into the caller's memory; allocates nothing for outcomes that were told before.</summary>
    /// <param name="context">Who asks; null for the ambient context.</param>
    /// <param name="results">Where the evaluations go, in the order of <see cref="Definitions"/>; flags that cannot be read come last.</param>
    /// <returns>How many evaluations were written: as many as there are flags, or as there is room for.</returns>
    public int EvaluateAll(FlagContext? context, Span<FlagEvaluation<FlagValue>> results) =>
        EvaluateAll(Current, context, results);

    /// <summary>Tells a decision step by step.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="context">Who asks; null for the ambient context.</param>
    public FlagExplanation Explain(string key, FlagContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        FlagSnapshot snapshot = Current;
        return snapshot.TryFind(key, out CompiledFlag? flag) ? Explain(snapshot, flag, context, out _) : ExplainMissing(key, snapshot);
    }

    /// <summary>Records that an event happened to a unit that may have seen a flag.</summary>
    /// <param name="key">The flag's key; nothing is recorded where no flag has it.</param>
    /// <param name="context">To whom it happened; null for the ambient context.</param>
    /// <param name="eventName">The event's name, one of the test's <c>track_events</c>.</param>
    public void Track(string key, FlagContext? context, string eventName)
    {
        ArgumentNullException.ThrowIfNull(eventName);
        ArgumentNullException.ThrowIfNull(key);
        FlagSnapshot snapshot = Current;
        if (snapshot.TryFind(key, out CompiledFlag? flag))
        {
            Track(new FlagIdentity(flag.Scope, key), eventName, Decide(snapshot, flag, context), context);
        }
    }

    private bool TryEvaluate(string key, FlagContext? context, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FlagOutcome? outcome)
    {
        ArgumentNullException.ThrowIfNull(key);
        FlagSnapshot snapshot = Current;
        outcome = snapshot.TryFind(key, out CompiledFlag? flag) ? Evaluate(snapshot, flag, context) : null;
        return outcome is not null;
    }

    private FlagEvaluation<T> Evaluate<T>(string key, T defaultValue, FlagContext? context, FlagType type, Func<FlagValue, T> read, FlagType? otherType = null)
    {
        if (!TryEvaluate(key, context, out FlagOutcome? outcome))
        {
            return NotFound(key, defaultValue);
        }

        // A flag that cannot be evaluated says so first: its type may be the very thing that is unknown.
        bool isStale = IsStale(outcome.Flag);
        if (outcome.Reason == EvaluationReason.Error)
        {
            return ToEvaluation(outcome, defaultValue, isStale);
        }

        FeatureFlag definition = outcome.Flag.Definition;
        return definition.Type == type || definition.Type == otherType
            ? ToEvaluation(outcome, read(outcome.Value), isStale)
            : new FlagEvaluation<T>
            {
                Key = key,
                Value = defaultValue,
                Reason = EvaluationReason.Error,
                Version = definition.Version,
                ErrorCode = EvaluationErrorCode.TypeMismatch,
                ErrorMessage = $"Flag '{key}' is of type {definition.Type} and was asked for as {type}.",
                IsStale = isStale,
            };
    }

    /// <summary>Evaluates flag by flag, within one scope that remembers what several flags need. A flag whose evaluation fails stops none of the others.</summary>
    private int EvaluateAll(FlagSnapshot snapshot, FlagContext? context, Span<FlagEvaluation<FlagValue>> results)
    {
        int count = Math.Min(results.Length, snapshot.Flags.Length);
        int shared = snapshot.Whole.SharedCount;
        long[]? rented = shared > 0 ? ArrayPool<long>.Shared.Rent(DecidedFlags.CellsFor(shared)) : null;
        long now = SafeNow;
        bool isStoreAway = IsStoreAway;
        EvaluationScope scope = default;
        Exception? failure = null;
        try
        {
            scope = new EvaluationScope(context ?? FlagContext.Current, now, DecidedFlags.In(rented, shared));
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        UsageCells cells = _usage.FindCells();
        for (int i = 0; i < count; i++)
        {
            CompiledFlag flag = snapshot.Flags[i];
            FlagOutcome outcome = snapshot.LogsDecisions
                ? Decide(snapshot, flag, context)
                : flag.Constant ?? (failure is null ? EvaluateWithin(flag, in scope) : Fail(flag, failure));
            UsageLedger.Count(cells, outcome);
            results[i] = ToEvaluation(outcome, outcome.Value, isStoreAway || now >= flag.StaleFrom);
        }

        if (rented is not null)
        {
            ArrayPool<long>.Shared.Return(rented);
        }

        return count;
    }

    /// <summary>Not inlined, so that its handler does not keep the variables of its caller in memory.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private FlagOutcome EvaluateWithin(CompiledFlag flag, ref readonly EvaluationScope scope)
    {
        try
        {
            return flag.EvaluateWithin(in scope);
        }
        catch (Exception exception)
        {
            return Fail(flag, exception);
        }
    }

    private static FlagEvaluation<T> NotFound<T>(string key, T defaultValue) => new()
    {
        Key = key,
        Value = defaultValue,
        Reason = EvaluationReason.Error,
        ErrorCode = EvaluationErrorCode.FlagNotFound,
        ErrorMessage = UnknownFlag.Describe(key),
    };
}
