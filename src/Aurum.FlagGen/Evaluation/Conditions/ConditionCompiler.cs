using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Conditions → compiled conditions, or a sentence on what is wrong with one.</summary>
internal sealed class ConditionCompiler(AttributeReaders readers)
{
    /// <summary>Patterns seen so far: their number in one flag, or in one segment, is limited.</summary>
    private int _patterns;

    /// <summary>Compiles a list of conditions; of a faulty one, the rest are still looked at, so that patterns are counted as they were written.</summary>
    public Condition[] Compile(IReadOnlyList<FeatureFlagCondition> definitions, out string? fault)
    {
        fault = null;
        Condition[] conditions = definitions.Count == 0 ? [] : new Condition[definitions.Count];
        for (int i = 0; i < conditions.Length; i++)
        {
            conditions[i] = Compile(definitions[i], out string? conditionFault)!;
            if (conditionFault is not null)
            {
                fault ??= $"The condition on '{definitions[i].Attribute}' is faulty: {conditionFault}";
            }
        }

        return fault is null ? conditions : [];
    }

    private Condition? Compile(FeatureFlagCondition definition, out string? fault)
    {
        ConditionValueType? valueType = null;
        if (definition.ValueType is { } word)
        {
            if (!ManifestWords.ConditionValueTypes.TryFind(word, out ConditionValueType known))
            {
                fault = $"there is no value type '{word}'; use {Phrases.Or(ManifestWords.ConditionValueTypes.Words)}.";
                return null;
            }

            valueType = known;
        }

        if (ConditionOperators.All.Find(definition.Operator) is not { } op)
        {
            fault = $"there is no operator '{definition.Operator}'; use {Phrases.Or(ConditionOperators.All.Words)}.";
            return null;
        }

        if (definition.IgnoreCase && !op.AllowsIgnoreCase)
        {
            fault = $"the operator '{definition.Operator}' has no case to ignore; remove 'ignore_case'.";
            return null;
        }

        if (valueType is not (null or ConditionValueType.String) && !op.AllowsValueType)
        {
            fault = $"the operator '{definition.Operator}' looks at text alone; remove the value type '{definition.ValueType}'.";
            return null;
        }

        if (definition.UnknownMembers is not null)
        {
            fault = $"it has members that are not known: {Phrases.Shorten(definition.UnknownMembers)}.";
            return null;
        }

        ConditionSource source = new(definition, op, valueType, readers.Get(definition.Attribute));
        Condition? condition = CompileOperator(source, out fault);
        fault = condition is not null ? null : fault ?? Misfit(definition);
        return condition;
    }

    private Condition? CompileOperator(ConditionSource source, out string? fault)
    {
        FlagValue value = source.Definition.Value;
        fault = null;
        return source.Operator.Kind switch
        {
            ConditionOperatorKind.Equality => CompileSet(source, [value]),
            ConditionOperatorKind.Membership => value.Kind == FlagValueKind.List ? CompileSet(source, value.AsList) : null,
            ConditionOperatorKind.Order => CompileOrder(source, AcceptedOrder.Of(source.Operator.Operator)),
            ConditionOperatorKind.Containment => CompileContains(source),
            ConditionOperatorKind.Text => CompileAffix(source),
            _ => CompileRegex(source, out fault),
        };
    }

    private static string Misfit(FeatureFlagCondition definition) =>
        $"{Phrases.Shorten(definition.Value.ToJson())} does not fit '{definition.Operator}'{(definition.ValueType is null ? "" : $" by {definition.ValueType}")}.";

    private static Condition? CompileSet(ConditionSource source, IReadOnlyList<FlagValue> values) => source.ValueType switch
    {
        null => values.All(IsScalar) ? CompileScalars(source, values) : null,
        ConditionValueType.String => values.All(static value => value.Kind is FlagValueKind.String or FlagValueKind.Null) ? CompileScalars(source, values) : null,
        ConditionValueType.Number => CompileNumbers(source, values),
        ConditionValueType.DateTime => CompileTypedSet<long, long, DateTimeReader>(source, values),
        ConditionValueType.SemVer => CompileTypedSet<SemVer, SemVer, SemVerReader>(source, values),
        ConditionValueType.Version => CompileTypedSet<DottedVersion, DottedVersionPattern, VersionReader>(source, values),
        _ => null,
    };

    private static Condition CompileScalars(ConditionSource source, IReadOnlyList<FlagValue> values)
    {
        if (values.Count == 0 || !values.All(static value => value.Kind == FlagValueKind.String))
        {
            return new SetCondition(source, new ScalarSet(values, source.Comparer));
        }

        if (values.Count == 1 && !source.Definition.IgnoreCase)
        {
            return new TextCondition<EqualText>(source, new EqualText(values[0].AsString));
        }

        string[] texts = new string[values.Count];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = values[i].AsString;
        }

        return new TextCondition<TextSet>(source, new TextSet(texts, source.Comparer));
    }

    private static NumberSetCondition? CompileNumbers(ConditionSource source, IReadOnlyList<FlagValue> values)
    {
        HashSet<string> numbers = new(StringComparer.Ordinal);
        foreach (FlagValue value in values.Where(static value => value.Kind != FlagValueKind.Null))
        {
            if (!NumberReader.TryReadOperand(value, out _))
            {
                return null;
            }

            numbers.Add(value.Kind == FlagValueKind.Number ? value.ExactText : ExactNumber.Normalize(value.AsString.AsSpan().Trim()));
        }

        return new NumberSetCondition(source, new NumberSet(numbers), values.Contains(FlagValue.Null));
    }

    private static TypedSetCondition<TValue, TOperand, TReader>? CompileTypedSet<TValue, TOperand, TReader>(ConditionSource source, IReadOnlyList<FlagValue> values)
        where TReader : struct, IValueReader<TValue, TOperand>
    {
        List<TOperand> operands = new(values.Count);
        foreach (FlagValue value in values)
        {
            if (value.Kind == FlagValueKind.Null)
            {
                continue;
            }

            if (!TReader.TryReadOperand(value, out TOperand operand))
            {
                return null;
            }

            operands.Add(operand);
        }

        return new TypedSetCondition<TValue, TOperand, TReader>(source, [.. operands], operands.Count < values.Count);
    }

    private static Condition? CompileOrder(ConditionSource source, AcceptedOrder accepted)
    {
        FlagValue value = source.Definition.Value;
        return source.ValueType switch
        {
            null when value.Kind == FlagValueKind.Number => CompileNumberOrder(source, accepted),
            null or ConditionValueType.String => value.Kind == FlagValueKind.String ? new TextCondition<OrderedText>(source, new OrderedText(value.AsString, accepted)) : null,
            ConditionValueType.Number => CompileNumberOrder(source, accepted),
            ConditionValueType.DateTime => CompileTypedOrder<long, long, DateTimeReader>(source, accepted),
            ConditionValueType.SemVer => CompileTypedOrder<SemVer, SemVer, SemVerReader>(source, accepted),
            ConditionValueType.Version => CompileVersionOrder(source, accepted),
            _ => null,
        };
    }

    private static NumberOrderCondition? CompileNumberOrder(ConditionSource source, AcceptedOrder accepted) =>
        NumberReader.TryReadOperand(source.Definition.Value, out double operand) ? new NumberOrderCondition(source, operand, accepted) : null;

    private static VersionOrderCondition? CompileVersionOrder(ConditionSource source, AcceptedOrder accepted) =>
        VersionReader.TryReadOperand(source.Definition.Value, out DottedVersionPattern operand) ? new VersionOrderCondition(source, operand, accepted) : null;

    private static TypedOrderCondition<TValue, TOperand, TReader>? CompileTypedOrder<TValue, TOperand, TReader>(ConditionSource source, AcceptedOrder accepted)
        where TReader : struct, IValueReader<TValue, TOperand> =>
        TReader.TryReadOperand(source.Definition.Value, out TOperand operand)
            ? new TypedOrderCondition<TValue, TOperand, TReader>(source, operand, accepted)
            : null;

    private static ContainsCondition? CompileContains(ConditionSource source)
    {
        IReadOnlyList<FlagValue> values = OneOrMany(source.Definition.Value);
        return values.All(IsScalar) ? new ContainsCondition(source, values) : null;
    }

    private static Condition? CompileAffix(ConditionSource source)
    {
        IReadOnlyList<FlagValue> values = OneOrMany(source.Definition.Value);
        return values.All(static value => value.Kind == FlagValueKind.String)
            ? CompileAffix(source, [.. values.Select(static value => value.AsString)], source.Operator.Operator == ConditionOperator.StartsWith)
            : null;
    }

    private static Condition CompileAffix(ConditionSource source, string[] affixes, bool isPrefix) => affixes.Length != 1 || source.Definition.IgnoreCase
        ? new TextCondition<TextAffixes>(source, new TextAffixes(affixes, isPrefix, source.Comparison))
        : isPrefix
            ? new TextCondition<TextPrefix>(source, new TextPrefix(affixes[0]))
            : new TextCondition<TextSuffix>(source, new TextSuffix(affixes[0]));

    private TextCondition<TextPatterns>? CompileRegex(ConditionSource source, out string? fault)
    {
        fault = null;
        List<Regex> patterns = [];
        foreach (FlagValue value in OneOrMany(source.Definition.Value))
        {
            _patterns++;
            if (value.Kind != FlagValueKind.String)
            {
                fault ??= $"{Phrases.Shorten(value.ToJson())} is not a pattern.";
            }
            else if (_patterns > ManifestLimits.Patterns)
            {
                fault ??= $"the pattern '{Phrases.Shorten(value.AsString)}' is one too many; there may be {ManifestLimits.Patterns}.";
            }
            else if (TryGetPattern(value.AsString, source.Definition.IgnoreCase, out Regex? pattern, out string? patternFault))
            {
                patterns.Add(pattern);
            }
            else
            {
                fault ??= patternFault;
            }
        }

        return fault is null ? new TextCondition<TextPatterns>(source, new TextPatterns([.. patterns], readers.Limits.OnPatternTimeout)) : null;
    }

    private bool TryGetPattern(string text, bool ignoresCase, [NotNullWhen(true)] out Regex? pattern, out string? fault)
    {
        fault = null;
        if (readers.Patterns.TryGetValue((text, ignoresCase), out pattern))
        {
            return true;
        }

        RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        pattern = RegexPattern.Create(text, options, readers.Limits.PatternTimeout, out fault);
        if (pattern is null)
        {
            fault = $"the pattern '{Phrases.Shorten(text)}' cannot be used: {fault}.";
            return false;
        }

        readers.Patterns.TryAdd((text, ignoresCase), pattern);
        return true;
    }

    private static IReadOnlyList<FlagValue> OneOrMany(FlagValue value) => value.Kind == FlagValueKind.List ? value.AsList : [value];

    private static bool IsScalar(FlagValue value) => value.Kind is not (FlagValueKind.List or FlagValueKind.Object);
}
