namespace Aurum.FlagGen.Evaluation;

/// <summary>A flag-wide test.</summary>
internal sealed class CompiledTest(CompiledWindow window, CompiledLayer? layer, CompiledSplit split, FlagOutcome control, FlagOutcome controlWithoutKey)
{
    private readonly CompiledWindow _window = window;
    private readonly CompiledLayer? _layer = layer;
    private readonly CompiledSplit _split = split;
    private readonly FlagOutcome _control = control;
    private readonly FlagOutcome _controlWithoutKey = controlWithoutKey;

    public bool ReadsClock => _window.IsBounded;

    /// <summary>What the test serves where it serves everybody the same for ever, or null.</summary>
    public FlagOutcome? Always => _window.IsBounded || _layer is not null ? null : _split.Single;

    public FlagOutcome Decide<TTrace>(ref readonly EvaluationScope scope, bool isKeyMissing, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        if (!_window.Includes(scope.Now))
        {
            Report(scope.Now < _window.From ? TestPhase.NotStarted : TestPhase.Ended, default, ref trace);
            return isKeyMissing ? _controlWithoutKey : _control;
        }

        if (_layer is not null)
        {
            return DecideInLayer(_layer, in scope, isKeyMissing, ref trace);
        }

        Report(TestPhase.Running, default, ref trace);
        return _split.Pick(in scope, ref trace) ?? _controlWithoutKey;
    }

    private FlagOutcome DecideInLayer<TTrace>(CompiledLayer layer, ref readonly EvaluationScope scope, bool isKeyMissing, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        Span<char> buffer = stackalloc char[TargetingKey.BufferLength];
        ReadOnlySpan<char> id = TargetingKey.Read(layer.Key.Read(in scope), buffer);
        if (id.IsEmpty)
        {
            Report(TestPhase.KeyMissing, id, ref trace);
            return _controlWithoutKey;
        }

        if (!layer.Includes(id))
        {
            Report(TestPhase.OutsideLayer, id, ref trace);
            return isKeyMissing ? _controlWithoutKey : _control;
        }

        Report(TestPhase.Running, id, ref trace);
        return _split.Pick(in scope, ref trace) ?? _controlWithoutKey;
    }

    private void Report<TTrace>(TestPhase phase, ReadOnlySpan<char> layerId, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        if (TTrace.IsOn)
        {
            trace.OnTest(_window, _layer, phase, layerId);
        }
    }
}
