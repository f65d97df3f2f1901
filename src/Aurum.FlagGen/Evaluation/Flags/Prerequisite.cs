namespace Aurum.FlagGen.Evaluation;

/// <summary>A flag that must be on, or off, for a rule to match.</summary>
/// <param name="flag">The flag.</param>
/// <param name="isRequired">Whether it must be on; otherwise it must be off.</param>
internal sealed class Prerequisite(CompiledFlag flag, bool isRequired)
{
    public CompiledFlag Flag { get; } = flag;

    public bool IsRequired { get; } = isRequired;

    public bool IsMet<TTrace>(ref readonly EvaluationScope scope, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        if (!TTrace.IsOn && Flag.Constant is { } constant)
        {
            return constant.IsOn == IsRequired;
        }

        if (TTrace.IsOn)
        {
            trace.BeginPrerequisite(Flag.Definition.Key, IsRequired);
        }

        FlagOutcome? outcome = null;
        if (!Flag.IsShared || !scope.TryRecall(Flag.Id, out bool isOn))
        {
            outcome = Flag.Decide(in scope, ref trace);
            isOn = outcome.IsOn;
            if (Flag.IsShared)
            {
                scope.Remember(Flag.Id, isOn);
            }
        }

        bool isMet = isOn == IsRequired;
        if (TTrace.IsOn)
        {
            trace.EndPrerequisite(outcome, isMet);
        }

        return isMet;
    }
}
