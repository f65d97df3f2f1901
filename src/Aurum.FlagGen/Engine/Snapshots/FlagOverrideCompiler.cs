using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>A definition and a value that a test gave it → a compiled flag that gives everybody this value.</summary>
internal sealed class FlagOverrideCompiler(FlagCompiler compiler)
{
    /// <summary>The definition of a flag that only a test knows.</summary>
    public static FeatureFlag Define(string key, FlagValue value) => new()
    {
        Key = key,
        Type = value.Kind switch
        {
            FlagValueKind.Boolean => FlagType.Boolean,
            FlagValueKind.Number => value.TryGetInt32(out _) ? FlagType.Integer : FlagType.Number,
            FlagValueKind.Object => FlagType.Object,
            _ => FlagType.String,
        },
        Status = FeatureFlagStatus.Enabled,
        DefaultValue = value,
    };

    /// <param name="definition">The definition in force.</param>
    /// <param name="value">The test's value.</param>
    /// <param name="slot">The flag as the running code knows it; null where it does not.</param>
    public CompiledFlag Compile(FeatureFlag definition, FlagValue value, FlagSlot? slot)
    {
        // What the running code can name, a test can give it, even where the store's definition knows nothing of it by now.
        FeatureFlag shape = definition;
        if (slot is not null && !new VariantTable(definition, slot.VariantNames).Fits(value))
        {
            shape = definition with { Type = slot.Type, DefaultValue = slot.Definition.DefaultValue, Variants = slot.Definition.Variants, AbTest = slot.Definition.AbTest };
        }

        VariantTable variants = new(shape, slot?.VariantNames);
        if (!variants.Fits(value))
        {
            string message = $"A test overrides flag '{definition.Key}' with {value.ToJson()}, which is not of its type {shape.Type}; override it with a value of that type.";
            return compiler.CompileError(shape, FlagSource.Override, EvaluationErrorCode.TypeMismatch, message, slot?.VariantNames, slot?.Scope);
        }

        string? variant = variants.NameOf(value) ?? FindArm(shape, variants, value);
        OutcomeList outcomes = new(shape, variants);
        FlagOutcome outcome = outcomes.AddOverride(value, variant, IsOn(shape, value, variant));
        return new CompiledFlag(new FlagParts
        {
            Definition = shape,
            Source = FlagSource.Override,
            Scope = slot?.Scope,
            Outcomes = outcomes.ToArray(),
            Fallback = outcome,
            Rules = [],
            Faults = [],
        });
    }

    /// <summary>The arms of a boolean flag's test have values without being declared as variants.</summary>
    private static string? FindArm(FeatureFlag flag, VariantTable variants, FlagValue value) => flag.AbTest?.Variants
        .Select(static arm => arm.Variant)
        .FirstOrDefault(name => variants.TryGetValue(name, out FlagValue? armValue) && armValue == value);

    /// <summary>A test decided, so that a flag is on unless it was given what it gives where nothing is tried: the control, or, without an experiment, the default.</summary>
    private static bool IsOn(FeatureFlag flag, FlagValue value, string? variant) => flag switch
    {
        { Type: FlagType.Boolean } => value.AsBoolean,
        { AbTest: { } test } => variant is null || variant != test.ControlVariant,
        _ => value != flag.DefaultValue,
    };
}
