namespace Aurum.FlagGen.Evaluation;

/// <summary>One evaluation: who asks and when, and which of the flags on the way were decided already.</summary>
internal readonly ref struct EvaluationScope
{
    public readonly FlagContext Context;
    public readonly AttributeFields Fields;

    /// <summary>The instant in ticks of UTC; read by flags that depend on the time alone.</summary>
    public readonly long Now;

    private readonly DecidedFlags _decided;

    public EvaluationScope(FlagContext context, long now, DecidedFlags decided)
    {
        Context = context;
        Fields = context.AttributeFields;
        Now = now;
        _decided = decided;
    }

    /// <summary>Whether a flag was decided already in this evaluation, by its number.</summary>
    public bool TryRecall(long id, out bool isOn) => _decided.TryGet(id, out isOn);

    public void Remember(long id, bool isOn) => _decided.Add(id, isOn);
}
