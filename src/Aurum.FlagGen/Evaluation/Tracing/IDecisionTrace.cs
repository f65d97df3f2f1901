namespace Aurum.FlagGen.Evaluation;

/// <summary>Listens to a decision. Deciding is written once, over the kind of listener: without one the compiler leaves every call out, with one the same code explains itself.</summary>
internal interface IDecisionTrace
{
    /// <summary>Whether anybody listens. If so, every part of a rule is looked at, also after one that failed.</summary>
    static abstract bool IsOn { get; }

    void BeginRule(FeatureFlagRule rule, int index, string? fault);

    void EndRule(FlagOutcome? outcome, bool isKeyMissing);

    void OnWindow(CompiledWindow window, long now, bool isOpen);

    void OnSegment(CompiledSegment segment, SegmentMembership membership);

    void BeginPrerequisite(string key, bool isRequired);

    /// <summary>Ends what <see cref="BeginPrerequisite"/> began.</summary>
    /// <param name="outcome">What the flag gave, or null where it was decided earlier in this evaluation.</param>
    /// <param name="isMet">Whether the flag is as the rule wants it.</param>
    void EndPrerequisite(FlagOutcome? outcome, bool isMet);

    void OnCondition(Condition condition, AttributeValue value, bool holds);

    void OnRollout(Rollout? rollout, CompiledPlan? plan, ReadOnlySpan<char> id, int threshold, bool isIn);

    void OnSplit(Splitter? splitter, ReadOnlySpan<char> id, string? variant);

    /// <summary>Another definition decides in place of the flag's own.</summary>
    void OnScenario(string scenario);

    void OnTest(CompiledWindow window, CompiledLayer? layer, TestPhase phase, ReadOnlySpan<char> layerId);
}
