using System.Diagnostics.CodeAnalysis;

namespace Aurum.FlagGen.Evaluation;

/// <summary>The variants of one flag: names, values and the numbers of the generated enum.</summary>
internal sealed class VariantTable
{
    private readonly FeatureFlag _flag;
    private readonly IReadOnlyList<string> _names;

    /// <summary>Where the code that runs was generated from other variants than the definition has, those of the code count.</summary>
    private readonly IReadOnlyList<string>? _declared;

    /// <param name="flag">The definition.</param>
    /// <param name="declared">The names that the manifest of the running code declares; null where there is none.</param>
    public VariantTable(FeatureFlag flag, IReadOnlyList<string>? declared)
    {
        _flag = flag;
        _declared = declared;
        _names = NamesOf(flag);
    }

    /// <summary>A type's value where nothing better is known.</summary>
    public FlagValue Zero => _flag.Type switch
    {
        FlagType.Boolean => FlagValue.False,
        FlagType.String => EmptyText,
        FlagType.Integer or FlagType.Number => ZeroNumber,
        FlagType.Object => EmptyObject,
        _ => (_declared ?? _names) is [var first, ..] ? first : EmptyText,
    };

    private static FlagValue EmptyText { get; } = "";

    private static FlagValue ZeroNumber { get; } = 0;

    private static FlagValue EmptyObject { get; } = FlagValue.Parse("{}");

    /// <summary>Whether a value is of the flag's type.</summary>
    public bool Fits([NotNullWhen(true)] FlagValue? value) => value is not null && _flag.Type switch
    {
        FlagType.Boolean => value.Kind == FlagValueKind.Boolean,
        FlagType.String => value.Kind == FlagValueKind.String,
        FlagType.Integer => value.TryGetInt32(out _),
        FlagType.Number => value.Kind == FlagValueKind.Number,
        FlagType.Object => value.Kind == FlagValueKind.Object,
        FlagType.Variant => value.Kind == FlagValueKind.String && IsName(value.AsString),
        _ => false,
    };

    /// <summary>The value that stands behind a name.</summary>
    public bool TryGetValue(string name, [NotNullWhen(true)] out FlagValue? value)
    {
        if (_flag.Type == FlagType.Variant)
        {
            value = IsName(name) ? FlagValue.From(name) : null;
            return value is not null;
        }

        if (_flag.Type == FlagType.Boolean && _flag.Variants.Count == 0)
        {
            value = name != _flag.AbTest?.ControlVariant;
            return true;
        }

        value = _flag.Variants.FirstOrDefault(variant => variant.Name == name)?.Value;
        return Fits(value);
    }

    /// <summary>The first variant with a value, or null.</summary>
    public string? NameOf(FlagValue value)
    {
        if (_flag.Type == FlagType.Variant)
        {
            return IsName(value.AsString) ? value.AsString : null;
        }

        foreach (FlagVariant variant in _flag.Variants)
        {
            if (variant.Value == value)
            {
                return variant.Name;
            }
        }

        return null;
    }

    /// <summary>The number of a variant in the generated enum, or -1.</summary>
    public int OrdinalOf(string? name)
    {
        IReadOnlyList<string> names = _declared ?? _names;
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A variant must be known to the definition and to the code that runs, which otherwise could not name it.</summary>
    private bool IsName(string name) => _names.Contains(name) && (_declared is null || _declared.Contains(name));

    private static string[] NamesOf(FeatureFlag flag)
    {
        IReadOnlyList<VariantWeight> arms = flag.Variants.Count > 0 ? [] : flag.AbTest?.Variants ?? [];
        int count = flag.Variants.Count + arms.Count;
        string[] names = count == 0 ? [] : new string[count];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = arms.Count > 0 ? arms[i].Variant : flag.Variants[i].Name;
        }

        return names;
    }
}
