using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>A method of the runtime that takes a flag's key as text.</summary>
/// <param name="KeyParameter">The key's position among the parameters.</param>
/// <param name="Kind">What the method does with the flag.</param>
/// <param name="ValueType">The type of value that the method gives; null where it fits every flag.</param>
/// <param name="GivesValue">Whether the method gives the value alone, and not how it came about.</param>
internal sealed record KeyMethod(int KeyParameter, KeyMethodKind Kind, FlagType? ValueType = null, bool GivesValue = false)
{
    /// <summary>Whether the method decides the flag, or tells of its decision, as a member of the flag would.</summary>
    public bool Reads => Kind is not (KeyMethodKind.Manage or KeyMethodKind.Delete);

    /// <summary>Whether the method can give a flag's value. The runtime takes a variant's name for a text, and a whole number for a number.</summary>
    public bool Fits(DeclaredFlag flag) => Kind == KeyMethodKind.GetVariant
        ? flag.Variants.Count > 0
        : ValueType is not { } type || type == flag.Flag.Type || type == FlagTypeInfo.Of(flag.Flag.Type).Wider;
}
