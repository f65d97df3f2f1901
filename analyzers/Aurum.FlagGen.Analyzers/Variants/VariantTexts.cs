using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Variants;

/// <summary>Finds the texts that code takes for names of variants.</summary>
internal static class VariantTexts
{
    private static readonly HashSet<string> VariantMembers = new(StringComparer.Ordinal) { "Variant", "ControlVariant" };

    /// <summary>The texts with which the variant that a call gives is compared, at once or by way of a local.</summary>
    public static IEnumerable<IOperation> ComparedWith(IInvocationOperation call)
    {
        IOperation result = Unwrap(call);
        return result.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } && FindBody(result) is { } body
            ? body.Descendants().OfType<ILocalReferenceOperation>()
                .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
                .SelectMany(static reference => Texts(Unwrap(reference)))
            : Texts(result);
    }

    /// <summary>The names of variants in a rule or a test that a call writes.</summary>
    public static IEnumerable<IOperation> GivenTo(IInvocationOperation call)
    {
        foreach (IOperation operation in call.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment && IsOfRuntime(target.Property.ContainingType) && VariantMembers.Contains(target.Property.Name))
            {
                yield return Constant(assignment.Value);
            }
            else if (operation is IObjectCreationOperation { Arguments.Length: > 0 } creation && creation.Type?.Name == "VariantWeight" && IsOfRuntime(creation.Type))
            {
                yield return Constant(creation.Arguments[0].Value);
            }
        }
    }

    /// <summary>The value as the code goes on with it: awaited, converted, taken out of an evaluation.</summary>
    private static IOperation Unwrap(IOperation operation)
    {
        while (operation.Parent is { } parent && IsWrapping(parent, operation))
        {
            operation = parent;
        }

        return operation;
    }

    private static bool IsWrapping(IOperation parent, IOperation operation) => parent switch
    {
        IAwaitOperation or IParenthesizedOperation => true,
        IConversionOperation conversion => conversion.Conversion.IsImplicit || conversion.Type?.SpecialType == SpecialType.System_String,
        IPropertyReferenceOperation { Property.Name: "Value" or "Variant" } property => property.Instance == operation && IsOfRuntime(property.Property.ContainingType),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } call => call.Instance == operation,
        _ => false,
    };

    private static IEnumerable<IOperation> Texts(IOperation variant) => variant.Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => [Constant(comparison.LeftOperand == variant ? comparison.RightOperand : comparison.LeftOperand)],
        IIsPatternOperation test => PatternTexts(test.Pattern),
        ISwitchOperation choice when choice.Value == variant => choice.Cases.SelectMany(static section => section.Clauses).SelectMany(ClauseTexts),
        ISwitchExpressionOperation choice when choice.Value == variant => choice.Arms.SelectMany(static arm => PatternTexts(arm.Pattern)),
        IInvocationOperation { TargetMethod: { Name: nameof(Equals), ContainingType.SpecialType: SpecialType.System_String } } call => call.Arguments.Select(static argument => Constant(argument.Value)),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: nameof(Equals), ContainingType.SpecialType: SpecialType.System_String } } call } =>
            call.Arguments.Select(static argument => Constant(argument.Value)).Concat(call.Instance is { } instance ? [Constant(instance)] : []),
        _ => [],
    };

    private static IEnumerable<IOperation> ClauseTexts(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => [Constant(single.Value)],
        IPatternCaseClauseOperation pattern => PatternTexts(pattern.Pattern),
        _ => [],
    };

    private static IEnumerable<IOperation> PatternTexts(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => [Constant(constant.Value)],
        IBinaryPatternOperation both => PatternTexts(both.LeftPattern).Concat(PatternTexts(both.RightPattern)),
        INegatedPatternOperation negated => PatternTexts(negated.Pattern),
        _ => [],
    };

    private static IOperation Constant(IOperation operation)
    {
        while (operation is IConversionOperation { ConstantValue.HasValue: false } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    private static IOperation? FindBody(IOperation operation)
    {
        IOperation? outermost = null;
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            outermost = parent;
        }

        return outermost;
    }

    private static bool IsOfRuntime(ITypeSymbol type) => type.ContainingNamespace is { Name: "FlagGen", ContainingNamespace: { Name: "Aurum", ContainingNamespace.IsGlobalNamespace: true } };
}
