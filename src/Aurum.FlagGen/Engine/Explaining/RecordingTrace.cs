using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>Records a decision.</summary>
internal readonly struct RecordingTrace(DecisionRecorder recorder) : IDecisionTrace
{
    public static bool IsOn => true;

    public void BeginRule(FeatureFlagRule rule, int index, string? fault) => recorder.BeginRule(rule, index, fault);

    public void EndRule(FlagOutcome? outcome, bool isKeyMissing) => recorder.EndRule(outcome, isKeyMissing);

    public void OnWindow(CompiledWindow window, long now, bool isOpen) => recorder.OnWindow(window, now, isOpen);

    public void OnSegment(CompiledSegment segment, SegmentMembership membership) => recorder.OnSegment(segment, membership);

    public void BeginPrerequisite(string key, bool isRequired) => recorder.BeginPrerequisite(key, isRequired);

    public void EndPrerequisite(FlagOutcome? outcome, bool isMet) => recorder.EndPrerequisite(outcome, isMet);

    public void OnCondition(Condition condition, AttributeValue value, bool holds) => recorder.OnCondition(condition, value, holds);

    public void OnRollout(Rollout? rollout, CompiledPlan? plan, ReadOnlySpan<char> id, int threshold, bool isIn) =>
        recorder.OnRollout(rollout, plan, id, threshold, isIn);

    public void OnSplit(Splitter? splitter, ReadOnlySpan<char> id, string? variant) => recorder.OnSplit(splitter, id, variant);

    public void OnScenario(string scenario) => recorder.OnScenario(scenario);

    public void OnTest(CompiledWindow window, CompiledLayer? layer, TestPhase phase, ReadOnlySpan<char> layerId) => recorder.OnTest(window, layer, phase, layerId);
}
