namespace Aurum.FlagGen.Evaluation;

/// <summary>The test of one flag → a compiled test, or a sentence on why there is none.</summary>
/// <param name="flag">The flag.</param>
/// <param name="layer">The layer that the test names; null where it names none, or one that does not exist.</param>
/// <param name="variants">The flag's variants.</param>
/// <param name="outcomes">Takes what the test gives.</param>
/// <param name="splits">Compiles the split.</param>
internal sealed class TestCompiler(FeatureFlag flag, FlagLayer? layer, VariantTable variants, OutcomeList outcomes, SplitCompiler splits)
{
    /// <param name="refusal">What the build would refuse in the test; null where it would take it.</param>
    /// <param name="control">What everybody gets to whom the test does not give an arm, or null where there is no test or its control is not known.</param>
    /// <param name="fault">What is wrong with the test, or null.</param>
    public CompiledTest? Compile(string? refusal, out FlagOutcome? control, out string? fault)
    {
        control = null;
        fault = null;
        if (flag.AbTest is not { } test)
        {
            return null;
        }

        if (!variants.TryGetValue(test.ControlVariant, out FlagValue? value))
        {
            fault = $"Its control variant '{test.ControlVariant}' is no variant of the flag.";
            return null;
        }

        control = outcomes.AddVariant(test.ControlVariant, value, EvaluationReason.Default);
        if (!TryCompileLayer(test, out CompiledLayer? part, out fault))
        {
            return null;
        }

        bool isSound = splits.TryCompile(
            test.Variants,
            new SplitSource(test.Salt, test.BucketBy, Bucketing: null),
            (name, armValue) => outcomes.AddVariant(name, armValue, EvaluationReason.Split),
            out CompiledSplit? split,
            out fault);
        CompiledWindow window = CompiledWindow.Of(test.StartDate, test.EndDate);
        fault ??= refusal;
        return isSound && refusal is null ? new CompiledTest(window, part, split!, control, outcomes.AddWithoutKey(control)) : null;
    }

    private bool TryCompileLayer(AbTestConfiguration test, out CompiledLayer? compiled, out string? fault)
    {
        compiled = null;
        fault = null;
        if (test.Layer is not { } part)
        {
            return true;
        }

        if (layer is null)
        {
            fault = $"Its layer '{part.Name}' does not exist.";
            return false;
        }

        // The holdout stands at the layer's end and belongs to nobody, whatever a test claims.
        int from = Buckets.FromPercentage(part.From);
        int to = Math.Min(Buckets.FromPercentage(part.To), Buckets.FromPercentage(100 - layer.Holdout));
        if (from < 0 || to <= from)
        {
            fault = FormattableString.Invariant($"Its part of the layer '{part.Name}', from {part.From} to {part.To}, holds nobody.");
            return false;
        }

        bool isWhole = from == 0 && to == Buckets.Total;
        compiled = isWhole ? null : new CompiledLayer(part.Name, splits.GetKey(test.BucketBy), layer.Salt, from, to);
        return true;
    }
}
