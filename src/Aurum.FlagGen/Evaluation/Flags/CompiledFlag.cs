using System.Buffers;
using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Evaluation;

/// <summary>A flag, ready to be decided: a pure function of who asks and when.</summary>
internal sealed class CompiledFlag : OutcomeOrigin
{
    /// <summary>Memory for this many decided flags is taken from the stack, for more from the pool.</summary>
    private const int StackCells = 256;

    private static long s_lastId;

    private readonly RuleEntry[] _rules;
    private readonly CompiledTest? _test;
    private readonly FlagOutcome _fallback;
    private FlagOutcome? _failure;
    private FlagOutcome? _fallbackWithoutKey;

    public CompiledFlag(FlagParts parts)
        : base(parts.Definition, parts.Source, parts.Scope, parts.Faults)
    {
        IsShared = parts.IsShared;
        _failure = parts.Failure;
        _rules = parts.Rules.Length == 0 ? [] : new RuleEntry[parts.Rules.Length];
        for (int i = 0; i < _rules.Length; i++)
        {
            _rules[i] = new RuleEntry(parts.Rules[i]);
        }

        _test = parts.Test;
        _fallback = parts.Fallback;
        Constant = FindConstant();
        ReadsClock = Constant is null && (HasRuleThatReadsClock() || _test is { ReadsClock: true });
        SharedBelow = CountSharedBelow(parts.SharedInSet);
        foreach (FlagOutcome outcome in parts.Outcomes)
        {
            outcome.Flag = this;
        }
    }

    /// <summary>What every evaluation gives, where all give the same; else null.</summary>
    public FlagOutcome? Constant { get; }

    /// <summary>A number that no other compiled flag of this process has.</summary>
    public long Id { get; } = Interlocked.Increment(ref s_lastId);

    /// <summary>What is given when the context cannot be read. Few flags ever give it, so that it is made when the first does.</summary>
    public FlagOutcome Failure => _rules.Length == 0 && _test is null ? _fallback : _failure ??= _fallback.AsFailure();

    /// <summary>Whether anything on the way to a decision depends on the time.</summary>
    public bool ReadsClock { get; }

    /// <summary>Whether several rules look at this flag, so that an evaluation remembers what it decided.</summary>
    public bool IsShared { get; }

    /// <summary>How many decisions an evaluation may have to remember, at most.</summary>
    public int SharedBelow { get; }

    /// <summary>The fallback where a rule failed for want of a targeting key; made as seldom.</summary>
    private FlagOutcome FallbackWithoutKey => _fallbackWithoutKey ??= _fallback.WithoutKey();

    /// <summary>The flag, and those that stand in for it; null where there are none.</summary>
    public CompiledScenarios? Scenarios => _rules.Length == 0 ? null : _rules[0].Rule.Scenarios;

    public IEnumerable<CompiledRule> Rules => _rules.Select(static entry => entry.Rule);

    /// <summary>Evaluates a flag that has no <see cref="Constant"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FlagOutcome EvaluateVariable(FlagContext context, long now)
    {
        NoTrace trace = default;
        return Evaluate(context, now, ref trace);
    }

    /// <summary>Evaluates a flag that has no <see cref="Constant"/>, among others, for one context and one instant. The scope remembers what was decided for all of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public FlagOutcome EvaluateWithin(ref readonly EvaluationScope scope)
    {
        NoTrace trace = default;
        FlagOutcome outcome = Decide(in scope, ref trace);
        if (IsShared)
        {
            scope.Remember(Id, outcome.IsOn);
        }

        return outcome;
    }

    /// <summary>Evaluates and listens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FlagOutcome Evaluate<TTrace>(FlagContext context, long now, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        if (SharedBelow == 0)
        {
            EvaluationScope scope = new(context, now, default);
            return Decide(in scope, ref trace);
        }

        return EvaluateWithMemory(context, now, ref trace);
    }

    /// <summary>Decides within an evaluation, this flag's own or that of one that needs it.</summary>
    public FlagOutcome Decide<TTrace>(ref readonly EvaluationScope scope, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        bool isKeyMissing = false;
        foreach (ref readonly RuleEntry entry in _rules.AsSpan())
        {
            if (!TTrace.IsOn && entry.First is { } first && !first.Holds(in scope))
            {
                continue;
            }

            if (entry.Rule.Decide(in scope, ref isKeyMissing, ref trace) is { } outcome)
            {
                return outcome;
            }
        }

        if (_test is not null)
        {
            return _test.Decide(in scope, isKeyMissing, ref trace);
        }

        return isKeyMissing ? FallbackWithoutKey : _fallback;
    }

    private FlagOutcome EvaluateWithMemory<TTrace>(FlagContext context, long now, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        int decidedCells = DecidedFlags.CellsFor(SharedBelow);
        long[]? rented = decidedCells > StackCells ? ArrayPool<long>.Shared.Rent(decidedCells) : null;
        Span<long> cells = rented is null ? stackalloc long[StackCells] : rented;
        try
        {
            EvaluationScope scope = new(context, now, DecidedFlags.In(cells, SharedBelow));
            return Decide(in scope, ref trace);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<long>.Shared.Return(rented);
            }
        }
    }

    private bool HasRuleThatReadsClock()
    {
        foreach (RuleEntry entry in _rules)
        {
            if (entry.Rule.ReadsClock)
            {
                return true;
            }
        }

        return false;
    }

    private FlagOutcome? FindConstant()
    {
        foreach (RuleEntry entry in _rules)
        {
            if (!entry.Rule.IsNever)
            {
                return entry.Rule.Always;
            }
        }

        return _test is null ? _fallback : _test.Always;
    }

    /// <summary>An upper bound: what two rules reach both is counted twice.</summary>
    private int CountSharedBelow(int sharedInSet)
    {
        long count = 0;
        foreach (RuleEntry entry in _rules)
        {
            count += entry.Rule.Scenarios?.SharedBelow ?? 0;
            foreach (Prerequisite prerequisite in entry.Rule.Prerequisites)
            {
                count += prerequisite.Flag.SharedBelow + (prerequisite.Flag.IsShared ? 1 : 0);
            }
        }

        return (int)Math.Min(count, sharedInSet);
    }
}
