using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Finds the flags that share a struct because they have the same variants, and so the same <c>Match</c>.</summary>
/// <remarks>
/// Most tests have the same two or three arms, and a struct of a dozen methods is the dearest thing that a flag can ask of the compiler: five hundred of them cost more than ten thousand properties.
/// The struct is generic and no other generated type is, so that its name can meet no other's.
/// </remarks>
internal sealed class VariantHandleParser(OutputNames names)
{
    /// <summary>How many variants a struct's name tells.</summary>
    private const int TellingVariants = 4;

    private readonly NameScope _types = new();
    private readonly List<VariantHandleModel> _handles = [];
    private readonly Dictionary<string, string> _typesByVariants = new(StringComparer.Ordinal);

    public IReadOnlyList<VariantHandleModel> Handles => _handles;

    /// <summary>The name of the struct for the variants, such as <c>ControlOrVariantAFlag</c>, without its type parameter.</summary>
    public string Parse(EquatableArray<VariantModel> variants)
    {
        string texts = string.Join("\0", variants.Select(static variant => variant.Text));
        if (!_typesByVariants.TryGetValue(texts, out string? type))
        {
            type = _types.Claim(names.Prefix + Describe(variants) + "Flag", "Of");
            _typesByVariants.Add(texts, type);
            _handles.Add(new VariantHandleModel(type, variants));
        }

        return type;
    }

    private static string Describe(EquatableArray<VariantModel> variants)
    {
        string told = string.Join("Or", variants.Take(TellingVariants).Select(static variant => variant.Member));
        int others = variants.Count - TellingVariants;
        return others > 0 ? FormattableString.Invariant($"{told}Or{others}More") : told;
    }
}
