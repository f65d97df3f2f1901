namespace Aurum.FlagGen.Evaluation;

/// <summary>One evaluation: who asks and when, and which of the flags on the way were decided already.</summary>
internal readonly ref struct EvaluationScope
{
    public readonly FlagContext Context;
    public readonly AttributeFields Fields;

    /// <summary>The instant in ticks of UTC; only what <see cref="CompiledFlag.ReadsClock"/> looks at it.</summary>
    public readonly long Now;

    private readonly DecidedFlags _decided;

    public EvaluationScope(FlagContext context, long now, DecidedFlags decided)
    {
        Context = context;
        Fields = context.AttributeFields;
        Now = now;
        _decided = decided;
    }

    public bool TryRecall(CompiledFlag flag, out bool isOn) => _decided.TryGet(flag.Id, out isOn);

    public void Remember(CompiledFlag flag, bool isOn) => _decided.Add(flag.Id, isOn);
}
