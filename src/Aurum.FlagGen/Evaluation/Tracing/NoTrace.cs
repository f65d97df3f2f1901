namespace Aurum.FlagGen.Evaluation;

/// <summary>Nobody listens.</summary>
internal readonly struct NoTrace : IDecisionTrace
{
    public static bool IsOn => false;

    public void BeginRule(FeatureFlagRule rule, int index, string? fault) { }

    public void EndRule(FlagOutcome? outcome, bool isKeyMissing) { }

    public void OnWindow(CompiledWindow window, long now, bool isOpen) { }

    public void OnSegment(CompiledSegment segment, SegmentMembership membership) { }

    public void BeginPrerequisite(string key, bool isRequired) { }

    public void EndPrerequisite(FlagOutcome? outcome, bool isMet) { }

    public void OnCondition(Condition condition, AttributeValue value, bool holds) { }

    public void OnRollout(Rollout? rollout, CompiledPlan? plan, ReadOnlySpan<char> id, int threshold, bool isIn) { }

    public void OnSplit(Splitter? splitter, ReadOnlySpan<char> id, string? variant) { }

    public void OnScenario(string scenario) { }

    public void OnTest(CompiledWindow window, CompiledLayer? layer, TestPhase phase, ReadOnlySpan<char> layerId) { }
}
