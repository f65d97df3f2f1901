using System.Globalization;

namespace Aurum.FlagGen.Tests.Engine;

/// <summary>Looks at <see cref="ChangingFlags"/> in every way that there is, and notes what cannot have come from one version.</summary>
internal sealed class VersionWitness(FlagEngine engine)
{
    private static readonly int[] NumberSlots = [.. ChangingFlags.Numbers.Select(ChangingFlags.Slot)];
    private static readonly int AgreesSlot = ChangingFlags.Slot(ChangingFlags.Agrees);
    private static readonly int ChainSlot = ChangingFlags.Slot(ChangingFlags.Chain);

    private readonly FlagEvaluation<FlagValue>[] _results = new FlagEvaluation<FlagValue>[1_000];
    private int _last;
    private int _rounds;

    /// <summary>How often it looked at everything.</summary>
    public int Rounds => Volatile.Read(ref _rounds);

    /// <summary>How many different versions it met.</summary>
    public int Versions { get; private set; }

    public List<string> Mixtures { get; } = [];

    public void Look()
    {
        LookOnce();
        LookThroughCapture();
        LookAtAll(engine.EvaluateAll(FlagContext.Empty), "EvaluateAll");
        int count = engine.EvaluateAll(FlagContext.Empty, _results);
        LookAtAll(_results.AsSpan(0, count).ToArray(), "EvaluateAll into memory");
        Volatile.Write(ref _rounds, _rounds + 1);
    }

    /// <summary>Each of these is one decision, which takes several flags.</summary>
    private void LookOnce()
    {
        Expect(engine.IsEnabled(ChangingFlags.Agrees, FlagContext.Empty), "by key, a flag and the one that it needs");
        Expect(engine.IsEnabled(AgreesSlot, FlagContext.Empty), "by slot, a flag and the one that it needs");
        FlagExplanation explanation = engine.Explain(ChangingFlags.Chain, FlagContext.Empty);
        Expect(explanation.IsOn == ChangingFlags.IsEven(Number(explanation.SetVersion)), $"an explanation of version {explanation.SetVersion}");
        Meet(engine.Evaluate(NumberSlots[0], FlagContext.Empty).Value.AsInt32);
    }

    private void LookThroughCapture()
    {
        FlagEngine captured = engine.Capture();
        int version = Number(captured.Version);
        bool isEven = ChangingFlags.IsEven(version);
        for (int i = 0; i < NumberSlots.Length; i++)
        {
            Expect(captured.GetIntegerDetails(ChangingFlags.Numbers[i], -1, FlagContext.Empty).Value == version, $"captured at {version}, a number by key");
            Expect(captured.Evaluate(NumberSlots[i], FlagContext.Empty).Value.AsInt32 == version, $"captured at {version}, a number by slot");
        }

        Expect(captured.IsEnabled(ChangingFlags.Base, FlagContext.Empty) == isEven, $"captured at {version}, the base");
        Expect(captured.IsEnabled(ChangingFlags.Needs, FlagContext.Empty) == isEven, $"captured at {version}, what needs the base");
        Expect(captured.IsEnabled(ChainSlot, FlagContext.Empty) == isEven, $"captured at {version}, what needs what needs the base");
        Expect(captured.IsEnabled(ChangingFlags.Agrees, FlagContext.Empty), $"captured at {version}, what is always on");
        LookAtAll(captured.EvaluateAll(FlagContext.Empty), "EvaluateAll of a captured engine", version);
    }

    private void LookAtAll(IReadOnlyList<FlagEvaluation<FlagValue>> evaluations, string way, int? expected = null)
    {
        int? version = expected;
        foreach (FlagEvaluation<FlagValue> evaluation in evaluations)
        {
            if (ChangingFlags.Numbers.Contains(evaluation.Key))
            {
                version ??= evaluation.Value.AsInt32;
                Expect(evaluation.Value.AsInt32 == version, $"{way} at {version}: {evaluation.Key} is {evaluation.Value}");
            }
        }

        Meet(version.GetValueOrDefault());
        foreach (FlagEvaluation<FlagValue> evaluation in evaluations)
        {
            bool? isOn = evaluation.Key switch
            {
                ChangingFlags.Agrees => true,
                ChangingFlags.Base or ChangingFlags.Needs or ChangingFlags.Chain => ChangingFlags.IsEven(version.GetValueOrDefault()),
                _ => null,
            };
            Expect(isOn is null || evaluation.Value.AsBoolean == isOn, $"{way} at {version}: {evaluation.Key} is {evaluation.Value}");
        }
    }

    private static int Number(string version) => int.Parse(version, CultureInfo.InvariantCulture);

    /// <summary>Versions only rise: what was seen once is never older afterwards.</summary>
    private void Meet(int version)
    {
        Expect(version >= _last, $"version {version} after {_last}");
        Versions += version == _last ? 0 : 1;
        _last = version;
    }

    private void Expect(bool isOneVersion, string what)
    {
        // A few tell enough.
        if (!isOneVersion && Mixtures.Count < 10)
        {
            Mixtures.Add(what);
        }
    }
}
