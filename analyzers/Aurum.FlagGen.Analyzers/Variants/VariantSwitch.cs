using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Variants;

/// <summary>Which variants a switch leaves out.</summary>
internal static class VariantSwitch
{
    /// <summary>The enum's members that a switch has no arm for; none where an arm for the rest does something with them.</summary>
    /// <param name="operation">A switch, as statement or expression.</param>
    /// <param name="variants">The enum.</param>
    public static ImmutableArray<IFieldSymbol> FindMissing(IOperation operation, INamedTypeSymbol variants)
    {
        VariantSet covered = operation switch
        {
            ISwitchExpressionOperation choice => CoveredBy(choice),
            ISwitchOperation choice => CoveredBy(choice),
            _ => VariantSet.All,
        };
        List<IFieldSymbol> missing = [];
        foreach (ISymbol member in variants.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && !covered.Contains(field.ConstantValue))
            {
                missing.Add(field);
            }
        }

        if (missing.Count == 0 || ValueOf(operation) is not { } value)
        {
            return [];
        }

        VariantSet handled = HandledVariants.Find(operation, value);
        return [.. missing.Where(member => !handled.Contains(member.ConstantValue))];
    }

    /// <summary>The enum whose values a switch tells apart, also where they may be null.</summary>
    public static INamedTypeSymbol? FindEnum(IOperation operation)
    {
        ITypeSymbol? type = ValueOf(operation)?.Type;
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] as INamedTypeSymbol : type as INamedTypeSymbol;
    }

    /// <summary>An arm for the rest that only throws is no answer for a variant: it says that there is none.</summary>
    public static bool OnlyThrows(ISwitchExpressionArmOperation arm) => Unwrap(arm.Value) is IThrowOperation;

    /// <summary>As for an arm of an expression.</summary>
    public static bool OnlyThrows(ISwitchCaseOperation section)
    {
        IOperation? first = section.Body.FirstOrDefault();
        while (first is IBlockOperation block)
        {
            first = block.Operations.FirstOrDefault();
        }

        return first is IThrowOperation;
    }

    private static IOperation? ValueOf(IOperation operation) => (operation as ISwitchExpressionOperation)?.Value ?? (operation as ISwitchOperation)?.Value;

    private static VariantSet CoveredBy(ISwitchExpressionOperation choice)
    {
        VariantSet covered = VariantSet.None;
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            VariantSet matched = arm.Guard is null ? VariantSet.MatchedBy(arm.Pattern) : VariantSet.None;
            covered = matched.IsAll && OnlyThrows(arm) ? covered : covered.Or(matched);
        }

        return covered;
    }

    private static VariantSet CoveredBy(ISwitchOperation choice)
    {
        VariantSet covered = VariantSet.None;
        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                VariantSet matched = MatchedBy(clause);
                covered = matched.IsAll && OnlyThrows(section) ? covered : covered.Or(matched);
            }
        }

        return covered;
    }

    private static VariantSet MatchedBy(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => VariantSet.Of(single.Value),
        IPatternCaseClauseOperation { Guard: null } pattern => VariantSet.MatchedBy(pattern.Pattern),
        IPatternCaseClauseOperation => VariantSet.None,
        _ => VariantSet.All,
    };

    private static IOperation Unwrap(IOperation operation) => operation is IConversionOperation conversion ? Unwrap(conversion.Operand) : operation;
}
