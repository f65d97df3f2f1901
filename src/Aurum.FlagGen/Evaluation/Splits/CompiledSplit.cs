namespace Aurum.FlagGen.Evaluation;

/// <summary>The arms of a split or of a test, those of weight 0 left out.</summary>
/// <param name="arms">What each arm serves.</param>
/// <param name="splitter">Divides the units; null where there is one arm.</param>
internal sealed class CompiledSplit(FlagOutcome[] arms, Splitter? splitter)
{
    private readonly FlagOutcome[] _arms = arms;
    private readonly Splitter? _splitter = splitter;

    /// <summary>The one arm, or null where there are several.</summary>
    public FlagOutcome? Single => _splitter is null ? _arms[0] : null;

    /// <summary>The unit's arm, or null where it has no targeting key.</summary>
    public FlagOutcome? Pick<TTrace>(ref readonly EvaluationScope scope, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        if (_splitter is null)
        {
            return Report(_arms[0], default, ref trace);
        }

        return _splitter.Key.ReadText(in scope) is { Length: > 0 } text ? Pick(text, ref trace) : PickRare(in scope, ref trace);
    }

    private FlagOutcome Pick<TTrace>(ReadOnlySpan<char> id, ref TTrace trace)
        where TTrace : struct, IDecisionTrace => Report(_arms[_splitter!.Pick(id)], id, ref trace)!;

    private FlagOutcome? PickRare<TTrace>(ref readonly EvaluationScope scope, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        Span<char> buffer = stackalloc char[TargetingKey.BufferLength];
        ReadOnlySpan<char> id = TargetingKey.Read(_splitter!.Key.Read(in scope), buffer);
        return id.IsEmpty ? Report(null, default, ref trace) : Pick(id, ref trace);
    }

    private FlagOutcome? Report<TTrace>(FlagOutcome? outcome, ReadOnlySpan<char> id, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        if (TTrace.IsOn)
        {
            trace.OnSplit(_splitter, id, outcome?.Variant);
        }

        return outcome;
    }
}
