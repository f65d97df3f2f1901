using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Variants;

/// <summary>A set of an enum's values: those that are listed, or all but those.</summary>
/// <remarks>A list is enough: a flag has a handful of variants, and for those it costs a fraction of a set.</remarks>
internal sealed class VariantSet
{
    private readonly object[] _values;
    private readonly bool _isComplement;

    private VariantSet(object[] values, bool isComplement)
    {
        _values = values;
        _isComplement = isComplement;
    }

    public static VariantSet None { get; } = new([], isComplement: false);

    public static VariantSet All { get; } = new([], isComplement: true);

    public bool IsAll => _isComplement && _values.Length == 0;

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

    public bool Contains(object? value) => value is not null && Has(_values, value) != _isComplement;

    public VariantSet Or(VariantSet other) => (_isComplement, other._isComplement) switch
    {
        (false, false) => new VariantSet([.. _values, .. Without(other._values, _values)], isComplement: false),
        (true, true) => new VariantSet(Array.FindAll(_values, value => Has(other._values, value)), isComplement: true),
        (true, false) => new VariantSet(Without(_values, other._values), isComplement: true),
        _ => new VariantSet(Without(other._values, _values), isComplement: true),
    };

    public VariantSet And(VariantSet other) => Not().Or(other.Not()).Not();

    public VariantSet Not() => new(_values, !_isComplement);

    private static bool Has(object[] values, object value) => Array.IndexOf(values, value) >= 0;

    private static object[] Without(object[] values, object[] others) => Array.FindAll(values, value => !Has(others, value));
}
