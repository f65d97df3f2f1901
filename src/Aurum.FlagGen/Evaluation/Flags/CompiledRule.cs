using System.Runtime.CompilerServices;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen.Evaluation;

/// <summary>A rule: its parts in the order in which they are looked at, and what it serves.</summary>
internal sealed class CompiledRule
{
    /// <summary>What makes this no ordinary rule: the fault of one, or what stands in a rule's place. One field for both, because an evaluation asks only whether there is either.</summary>
    private readonly object? _special;

    private readonly RuleGate? _gate;
    private readonly Condition[] _conditions;

    /// <summary>How many conditions are tested ahead of the rule.</summary>
    private readonly int _tested;

    private readonly CompiledPlan? _plan;
    private readonly int _threshold;
    private readonly Rollout? _rollout;
    private readonly CompiledSplit? _split;
    private readonly FlagOutcome? _whole;
    private readonly FlagOutcome? _share;

    public CompiledRule(FeatureFlagRule definition, int index, RuleParts parts)
    {
        Definition = definition;
        Index = index;
        _gate = parts.Gate;
        _conditions = parts.Conditions;
        _tested = _gate is null && _conditions.Length > 0 ? 1 : 0;
        _plan = parts.Plan;
        _threshold = parts.Threshold;
        _rollout = parts.Rollout;
        _split = parts.Split;
        _whole = parts.Whole;
        _share = parts.Share;
    }

    /// <summary>A rule that never matches.</summary>
    public CompiledRule(FeatureFlagRule definition, int index, string fault)
    {
        Definition = definition;
        Index = index;
        _special = fault;
        _conditions = [];
    }

    /// <summary>What stands before all rules of a flag that has others to stand in for it, and always decides. It has a rule's place, so that flags without scenarios need not be asked whether they have any.</summary>
    public CompiledRule(CompiledScenarios scenarios)
    {
        Definition = new FeatureFlagRule { Name = ScenarioKey.Attribute };
        Index = -1;
        _special = scenarios;
        _conditions = [];
    }

    public FeatureFlagRule Definition { get; }

    public int Index { get; }

    /// <summary>What is wrong with the rule, or null.</summary>
    public string? Fault => _special as string;

    /// <summary>Who stands in for the flag; null for every rule of a definition.</summary>
    public CompiledScenarios? Scenarios => _special as CompiledScenarios;

    public bool ReadsClock => _plan is not null || _gate is { ReadsClock: true } || Scenarios is { ReadsClock: true };

    /// <summary>Whether the rule matches nobody, whoever asks and whenever.</summary>
    public bool IsNever => Fault is not null || (_special is null && _plan is null && _threshold == 0);

    /// <summary>What the rule serves where it matches everybody and serves them the same, or null.</summary>
    public FlagOutcome? Always =>
        _special is null && _gate is null && _conditions.Length == 0 && _plan is null && _threshold == Buckets.Total
            ? _split is null ? _whole : _split.Single
            : null;

    public IEnumerable<Prerequisite> Prerequisites => _gate?.Prerequisites ?? [];

    /// <summary>The condition that whoever does not listen tests before <see cref="Decide"/>, which then leaves it out; null where something else comes first.</summary>
    public Condition? First => _tested > 0 ? _conditions[0] : null;

    /// <summary>What the rule serves, or null where it does not match.</summary>
    /// <param name="scope">The evaluation.</param>
    /// <param name="isKeyMissing">Set where the rule failed for want of a targeting key.</param>
    /// <param name="trace">Listens.</param>
    public FlagOutcome? Decide<TTrace>(ref readonly EvaluationScope scope, ref bool isKeyMissing, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        if (!TTrace.IsOn)
        {
            return _special is null ? Holds(in scope, ref trace) ? Serve(in scope, ref isKeyMissing, ref trace) : null : Scenarios?.Decide(in scope, ref trace);
        }

        if (Scenarios is { } scenarios)
        {
            return scenarios.Decide(in scope, ref trace);
        }

        bool lacksKey = false;
        trace.BeginRule(Definition, Index, Fault);
        FlagOutcome? outcome = Fault is null && Holds(in scope, ref trace) ? Serve(in scope, ref lacksKey, ref trace) : null;
        trace.EndRule(outcome, lacksKey);
        isKeyMissing |= lacksKey;
        return outcome;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Holds<TTrace>(ref readonly EvaluationScope scope, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        if (TTrace.IsOn)
        {
            return HoldsAloud(in scope, ref trace);
        }

        if (_gate is not null && !_gate.IsOpen(in scope, ref trace))
        {
            return false;
        }

        Condition[] conditions = _conditions;
        for (int i = _tested; i < conditions.Length; i++)
        {
            if (!conditions[i].Holds(in scope))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Looks at every part, also after one that failed.</summary>
    private bool HoldsAloud<TTrace>(ref readonly EvaluationScope scope, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        bool holds = _gate is null || _gate.IsOpen(in scope, ref trace);
        foreach (Condition condition in _conditions)
        {
            bool conditionHolds = condition.Holds(in scope);
            holds &= conditionHolds;
            trace.OnCondition(condition, condition.Read(in scope), conditionHolds);
        }

        return holds;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FlagOutcome? Serve<TTrace>(ref readonly EvaluationScope scope, ref bool isKeyMissing, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        int threshold = _plan is null ? _threshold : _plan.GetThreshold(scope.Now);
        if (threshold < Buckets.Total)
        {
            if (!IsInRollout(in scope, threshold, ref isKeyMissing, ref trace))
            {
                return null;
            }
        }
        else if (TTrace.IsOn && _plan is not null)
        {
            trace.OnRollout(null, _plan, default, threshold, isIn: true);
        }

        if (_split is null)
        {
            return threshold < Buckets.Total ? _share : _whole;
        }

        FlagOutcome? arm = _split.Pick(in scope, ref trace);
        isKeyMissing |= arm is null;
        return arm;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsInRollout<TTrace>(ref readonly EvaluationScope scope, int threshold, ref bool isKeyMissing, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        if (threshold == 0)
        {
            return Report(default, threshold, isIn: false, ref trace);
        }

        return _rollout!.Key.ReadText(in scope) is { Length: > 0 } text
            ? Report(text, threshold, _rollout.Includes(text, threshold), ref trace)
            : IsInRolloutRare(in scope, threshold, ref isKeyMissing, ref trace);
    }

    private bool IsInRolloutRare<TTrace>(ref readonly EvaluationScope scope, int threshold, ref bool isKeyMissing, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        Span<char> buffer = stackalloc char[TargetingKey.BufferLength];
        ReadOnlySpan<char> id = TargetingKey.Read(_rollout!.Key.Read(in scope), buffer);
        isKeyMissing |= id.IsEmpty;
        return Report(id, threshold, !id.IsEmpty && _rollout.Includes(id, threshold), ref trace);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Report<TTrace>(ReadOnlySpan<char> id, int threshold, bool isIn, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        if (TTrace.IsOn)
        {
            trace.OnRollout(_rollout, _plan, id, threshold, isIn);
        }

        return isIn;
    }
}
