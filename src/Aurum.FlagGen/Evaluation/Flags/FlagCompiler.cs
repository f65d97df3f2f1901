using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Definitions → compiled flags. It never throws: what is faulty becomes a rule that never matches, or a flag that answers with an error, and says why.</summary>
internal sealed class FlagCompiler(FlagEnvironment environment)
{
    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The definition; flags that it needs must be compiled already.</param>
    /// <param name="source">Where the definition came from.</param>
    /// <param name="declaration">The definition in the manifest that the running code was generated from; null where there is none.</param>
    /// <param name="declaredVariants">The variants that the running code knows, in the order of its enum; null where there are none.</param>
    /// <param name="scope">The manifest's scope; null where there is none.</param>
    public CompiledFlag Compile(FeatureFlag definition, FlagSource source, FeatureFlag? declaration = null, IReadOnlyList<string>? declaredVariants = null, string? scope = null)
    {
        if (declaration is not null && declaration.Type != definition.Type)
        {
            string message = $"Flag '{definition.Key}' is {Word(definition.Type)} in the store and {Word(declaration.Type)} in the manifest that this application was built with; the manifest's default is served. Push the manifest, or give one of the two another key.";
            return CompileError(definition with { Type = declaration.Type, DefaultValue = declaration.DefaultValue, Variants = declaration.Variants, AbTest = declaration.AbTest }, source, EvaluationErrorCode.TypeMismatch, message, declaredVariants, scope);
        }

        VariantTable variants = new(definition, declaredVariants);
        FlagValue defaultValue = definition.DefaultValue ?? (definition.Type == FlagType.Boolean ? FlagValue.False : FlagValue.Null);
        FlagValue offValue = definition.OffValue ?? (definition.Type == FlagType.Boolean ? FlagValue.False : defaultValue);
        if (FindFault(definition, variants, defaultValue, offValue) is { } fault)
        {
            // Sound by itself, the definition gives a variant that the running code has no name for.
            bool isUnknownToCode = declaredVariants is not null && FindFault(definition, new VariantTable(definition, declared: null), defaultValue, offValue) is null;
            EvaluationErrorCode code = isUnknownToCode ? EvaluationErrorCode.TypeMismatch : EvaluationErrorCode.ParseError;
            string message = isUnknownToCode ? $"{fault} The manifest that this application was built with declares {string.Join(", ", declaredVariants!)}." : fault;
            return CompileError(declaration ?? definition, source, code, message, declaredVariants, scope);
        }

        // What a build has seen needs no second look.
        Refusals refusals = source == FlagSource.Store ? Refusals.Find(definition, environment) : Refusals.None;
        return Compile(definition, source, variants, defaultValue, offValue, refusals, scope);
    }

    /// <summary>A flag that answers with an error and with its default.</summary>
    public CompiledFlag CompileError(FeatureFlag definition, FlagSource source, EvaluationErrorCode code, string message, IReadOnlyList<string>? declaredVariants = null, string? scope = null)
    {
        VariantTable variants = new(definition, declaredVariants);
        OutcomeList outcomes = new(definition, variants);
        FlagValue value = variants.Fits(definition.DefaultValue) ? definition.DefaultValue : variants.Zero;
        FlagOutcome outcome = outcomes.AddError(value, code);
        return new CompiledFlag(new FlagParts
        {
            Definition = definition,
            Source = source,
            Scope = scope,
            Outcomes = outcomes.ToArray(),
            Fallback = outcome,
            Rules = [],
            Faults = [new FlagFault(definition.Key, null, message)],
        });
    }

    /// <summary>A flag that gives way to others, each within its scenario.</summary>
    /// <param name="generic">The flag.</param>
    /// <param name="standIns">Those that stand in for it; flags that they need must be compiled already.</param>
    /// <param name="declaration">The flag's definition in the manifest that the running code was generated from; null where there is none.</param>
    /// <param name="declaredVariants">The variants that the running code knows.</param>
    public CompiledFlag CompileScenarios(CompiledFlag generic, IReadOnlyList<StandIn> standIns, FeatureFlag? declaration, IReadOnlyList<string>? declaredVariants)
    {
        Dictionary<string, CompiledFlag> flags = new(StringComparer.Ordinal);
        List<FlagFault> faults = [.. generic.Faults];
        foreach (StandIn standIn in standIns)
        {
            CompiledFlag flag = Compile(standIn.For(generic.Definition), FlagSource.Store, declaration, declaredVariants, generic.Scope);
            flags[standIn.Scenario] = flag;
            faults.AddRange(flag.Faults.Select(fault => fault with { FlagKey = standIn.Definition.Key }));
        }

        CompiledScenarios scenarios = new(generic, flags, environment.Readers.Get(ScenarioKey.Attribute));
        return new CompiledFlag(new FlagParts
        {
            Definition = generic.Definition,
            Source = generic.Source,
            Scope = generic.Scope,
            Outcomes = [],
            Fallback = generic.Failure,
            Failure = generic.Failure,
            Rules = [new CompiledRule(scenarios)],
            Faults = faults,
            IsShared = generic.IsShared,
            SharedInSet = environment.SharedCount,
        });
    }

    private CompiledFlag Compile(
        FeatureFlag definition, FlagSource source, VariantTable variants, FlagValue defaultValue, FlagValue offValue, Refusals refusals, string? scope)
    {
        OutcomeList outcomes = new(definition, variants);
        FlagParts parts = new()
        {
            Definition = definition,
            Source = source,
            Scope = scope,
            Outcomes = [],
            Fallback = null!,
            Rules = [],
            Faults = [],
            IsShared = environment.Graph.IsShared(definition.Key),
            SharedInSet = environment.SharedCount,
        };

        FlagOutcome? constant = definition switch
        {
            { Evaluation: FlagEvaluationTime.CompileTime } => outcomes.Add(defaultValue, EvaluationReason.Static),
            { Lifecycle: FlagLifecycle.Retired } => AddKept(definition.Keep!, variants, outcomes),
            { Status: FeatureFlagStatus.Disabled } => outcomes.Add(offValue, EvaluationReason.Disabled),
            { Status: FeatureFlagStatus.Enabled, Rules.Count: 0, AbTest: null } => outcomes.Add(defaultValue, EvaluationReason.Static),
            _ => null,
        };
        return constant is not null
            ? new CompiledFlag(parts with { Fallback = constant, Outcomes = outcomes.ToArray(), Faults = ReferenceEquals(refusals, Refusals.None) ? [] : [.. refusals.AsFaults(definition)] })
            : CompileVariable(parts, variants, outcomes, refusals, definition.Status == FeatureFlagStatus.Enabled ? defaultValue : offValue);
    }

    private CompiledFlag CompileVariable(FlagParts parts, VariantTable variants, OutcomeList outcomes, Refusals refusals, FlagValue fallback)
    {
        FeatureFlag definition = parts.Definition;
        SplitCompiler splits = new(definition, environment.Readers, variants, refusals.OfBucketing);
        RuleCompiler rules = new(definition, environment, variants, outcomes, splits);
        CompiledRule[] compiledRules = new CompiledRule[definition.Rules.Count];
        List<FlagFault>? faults = refusals.OfFlag.Count == 0 ? null : [.. refusals.OfFlag.Select(message => new FlagFault(definition.Key, null, message))];
        for (int i = 0; i < compiledRules.Length; i++)
        {
            compiledRules[i] = rules.Compile(definition.Rules[i], i, refusals.OfRule(i));
            if (compiledRules[i].Fault is { } fault)
            {
                (faults ??= []).Add(new FlagFault(definition.Key, definition.Rules[i].Name, fault));
            }
        }

        FlagLayer? layer = definition.AbTest?.Layer is { } part ? environment.FindLayer(part.Name) : null;
        TestCompiler tests = new(definition, layer, variants, outcomes, splits);
        CompiledTest? test = tests.Compile(refusals.OfTest, out FlagOutcome? control, out string? testFault);
        if (testFault is not null)
        {
            (faults ??= []).Add(new FlagFault(definition.Key, null, $"Its test does not run. {testFault}"));
        }

        // What needs the formula has told of it; where nothing does, the flag tells.
        if (refusals.OfBucketing is { } bucketing && faults?.Exists(fault => fault.Message.EndsWith(bucketing, StringComparison.Ordinal)) != true)
        {
            (faults ??= []).Add(new FlagFault(definition.Key, null, bucketing));
        }

        // A faulty test gives everybody the control, as one does that has not begun.
        FlagOutcome last = control ?? outcomes.Add(fallback, EvaluationReason.Default);
        FlagOutcome? failure = control is null ? null : outcomes.AddError(fallback, EvaluationErrorCode.General);
        return new CompiledFlag(parts with
        {
            Rules = compiledRules,
            Test = test,
            Fallback = last,
            Failure = failure,
            Faults = (IReadOnlyList<FlagFault>?)faults ?? [],
            Outcomes = outcomes.ToArray(),
        });
    }

    private static FlagOutcome AddKept(FlagValue keep, VariantTable variants, OutcomeList outcomes) =>
        keep.Kind == FlagValueKind.String && variants.TryGetValue(keep.AsString, out FlagValue? value)
            ? outcomes.AddVariant(keep.AsString, value, EvaluationReason.Static)
            : outcomes.Add(keep, EvaluationReason.Static);

    private static string? FindFault(FeatureFlag definition, VariantTable variants, FlagValue defaultValue, FlagValue offValue)
    {
        if (!variants.Fits(defaultValue))
        {
            return definition.DefaultValue is null
                ? $"Flag '{definition.Key}' has no default_value, which {Word(definition.Type)} flag needs."
                : $"Flag '{definition.Key}' has the default_value {Phrases.Shorten(defaultValue.ToJson())}, which is not of its type.";
        }

        if (!variants.Fits(offValue))
        {
            return $"Flag '{definition.Key}' has the off_value {Phrases.Shorten(offValue.ToJson())}, which is not of its type.";
        }

        bool isKeepSound = definition.Lifecycle != FlagLifecycle.Retired
            || variants.Fits(definition.Keep)
            || (definition.Keep is { Kind: FlagValueKind.String } keep && variants.TryGetValue(keep.AsString, out _));
        return isKeepSound ? null : $"Flag '{definition.Key}' is retired and has no 'keep' that is one of its variants or of its type.";
    }

    private static string Word(FlagType type) => type switch
    {
        FlagType.Integer => "an integer",
        FlagType.Object => "an object",
        _ => "a " + ManifestWords.FlagTypes.WordFor(type),
    };
}
