namespace Aurum.FlagGen.Evaluation;

/// <summary>The parts of a rule that few rules have: its time window, segments and other flags.</summary>
internal sealed class RuleGate(CompiledWindow window, IReadOnlyList<CompiledSegment[]> segments, Prerequisite[] prerequisites)
{
    private readonly CompiledWindow _window = window;

    /// <summary>Lists of segments: of each list the unit must be in one.</summary>
    private readonly CompiledSegment[][] _segments = [.. segments];

    private readonly Prerequisite[] _prerequisites = prerequisites;

    public IReadOnlyList<Prerequisite> Prerequisites => _prerequisites;

    public bool ReadsClock { get; } = window.IsBounded
        || segments.Any(static list => list.Any(static segment => segment.ReadsClock))
        || prerequisites.Any(static prerequisite => prerequisite.Flag.ReadsClock);

    public bool IsOpen<TTrace>(ref readonly EvaluationScope scope, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        bool isOpen = _window.Includes(scope.Now);
        if (TTrace.IsOn && _window.IsBounded)
        {
            trace.OnWindow(_window, scope.Now, isOpen);
        }

        foreach (CompiledSegment[] segments in _segments)
        {
            isOpen = (isOpen || TTrace.IsOn) && IsInAny(segments, in scope, ref trace) && isOpen;
        }

        foreach (Prerequisite prerequisite in _prerequisites)
        {
            isOpen = (isOpen || TTrace.IsOn) && prerequisite.IsMet(in scope, ref trace) && isOpen;
        }

        return isOpen;
    }

    private static bool IsInAny<TTrace>(CompiledSegment[] segments, ref readonly EvaluationScope scope, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        bool isInAny = false;
        foreach (CompiledSegment segment in segments)
        {
            SegmentMembership membership = segment.Find(in scope);
            isInAny |= membership is not (SegmentMembership.None or SegmentMembership.Excluded);
            if (TTrace.IsOn)
            {
                trace.OnSegment(segment, membership);
            }
            else if (isInAny)
            {
                return true;
            }
        }

        return isInAny;
    }
}
