using Aurum.FlagGen.Engine.Usage;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>What evaluating all flags of a snapshot gives, as far as it does not depend on who asks: most flags answer everybody the same, and are copied from here in one go.</summary>
internal sealed class EvaluationTemplate
{
    private readonly bool _isStoreAway;

    /// <summary>Between these instants, in ticks of UTC, no flag becomes stale.</summary>
    private readonly long _from = long.MinValue;
    private readonly long _to = long.MaxValue;

    /// <param name="snapshot">The flags.</param>
    /// <param name="now">The time, in ticks of UTC.</param>
    /// <param name="isStoreAway">Whether every evaluation is to be marked as stale.</param>
    /// <param name="ledger">Counts the evaluations.</param>
    public EvaluationTemplate(FlagSnapshot snapshot, long now, bool isStoreAway, UsageLedger ledger)
    {
        CompiledFlag[] flags = snapshot.Flags;
        _isStoreAway = isStoreAway;
        Evaluations = new FlagEvaluation<FlagValue>[flags.Length];
        List<FlagOutcome> constants = [];
        List<VariableFlag> variable = [];
        for (int i = 0; i < flags.Length; i++)
        {
            CompiledFlag flag = flags[i];
            bool isPast = now >= flag.StaleFrom;
            _from = isPast ? Math.Max(_from, flag.StaleFrom) : _from;
            _to = isPast ? _to : Math.Min(_to, flag.StaleFrom);
            bool isStale = isStoreAway || isPast;
            if (flag.Constant is { } constant)
            {
                constants.Add(constant);
                Evaluations[i] = new FlagEvaluation<FlagValue>(constant.Details, constant.Value, isStale);
            }
            else
            {
                variable.Add(new VariableFlag(flag, i, isStale));
            }
        }

        IsTemporary = _from != long.MinValue || _to != long.MaxValue;
        SharedFlags = snapshot.CountShared();
        ReadsClock = variable.Exists(static flag => flag.Flag.ReadsClock);
        Variable = [.. variable];
        Cells = ledger.FindCells(constants);
    }

    /// <summary>The evaluation of each flag that answers everybody the same, at its place.</summary>
    public FlagEvaluation<FlagValue>[] Evaluations { get; }

    /// <summary>Where the uses of flags are counted that answer everybody the same.</summary>
    public int[] Cells { get; }

    /// <summary>The other flags.</summary>
    public VariableFlag[] Variable { get; }

    /// <summary>How many flags several rules look at, those of manifests that are compiled apart included: what they decide is remembered, so that evaluating all takes as long as the manifest is, however much depends on what.</summary>
    public int SharedFlags { get; }

    /// <summary>Whether the template is true for some time only.</summary>
    public bool IsTemporary { get; }

    /// <summary>Whether any of the other flags depends on the time.</summary>
    public bool ReadsClock { get; }

    public bool IsValid(long now, bool isStoreAway) => isStoreAway == _isStoreAway && now >= _from && now < _to;
}
