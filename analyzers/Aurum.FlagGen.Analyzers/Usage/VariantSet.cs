using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>A set of an enum's values: those that are listed, or all but those.</summary>
internal sealed class VariantSet
{
    private readonly ImmutableHashSet<object> _values;
    private readonly bool _isComplement;

    private VariantSet(ImmutableHashSet<object> values, bool isComplement)
    {
        _values = values;
        _isComplement = isComplement;
    }

    public static VariantSet None { get; } = new([], isComplement: false);

    public static VariantSet All { get; } = new([], isComplement: true);

    public bool IsAll => _isComplement && _values.IsEmpty;

    /// <summary>What a constant stands for; anything else, as in code that is not finished, stands for all, so that nothing is said of it.</summary>
    public static VariantSet Of(IOperation value) => value.ConstantValue is { HasValue: true } constant
        ? constant.Value is { } known ? new VariantSet([known], isComplement: false) : None
        : All;

    public static VariantSet MatchedBy(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => Of(constant.Value),
        INegatedPatternOperation negated => MatchedBy(negated.Pattern).Not(),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => MatchedBy(either.LeftPattern).Or(MatchedBy(either.RightPattern)),
        IBinaryPatternOperation both => MatchedBy(both.LeftPattern).And(MatchedBy(both.RightPattern)),
        _ => All,
    };

    public bool Contains(object? value) => value is not null && _values.Contains(value) != _isComplement;

    public VariantSet Or(VariantSet other) => (_isComplement, other._isComplement) switch
    {
        (false, false) => new VariantSet(_values.Union(other._values), isComplement: false),
        (true, true) => new VariantSet(_values.Intersect(other._values), isComplement: true),
        (true, false) => new VariantSet(_values.Except(other._values), isComplement: true),
        _ => new VariantSet(other._values.Except(_values), isComplement: true),
    };

    public VariantSet And(VariantSet other) => Not().Or(other.Not()).Not();

    public VariantSet Not() => new(_values, !_isComplement);
}
