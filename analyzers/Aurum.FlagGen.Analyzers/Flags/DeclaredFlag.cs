using Aurum.FlagGen.Analyzers.Manifest;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>A flag, and the manifest that declares it.</summary>
internal sealed class DeclaredFlag(ManifestFlag flag, ProjectManifest manifest, int index)
{
    public ManifestFlag Flag => flag;

    public ProjectManifest Manifest => manifest;

    /// <summary>The flag's place among all of the project, for rules that take note of something for each.</summary>
    public int Index => index;

    public string Key => flag.Key;

    /// <summary>The flag in a sentence, with whom to ask about it.</summary>
    public string Phrase => flag.Owner is null ? $"'{flag.Key}' (no owner)" : $"'{flag.Key}' (owner: {flag.Owner})";

    /// <summary>The variants that the flag can give: its own, else those of its test.</summary>
    public IReadOnlyList<string> Variants { get; } = flag.Variants.Count > 0 ? flag.Variants : flag.TestVariants;

    /// <summary>How the flag is reached in C# where the class is in scope: <c>Features.Checkout.Flow</c>.</summary>
    public string Accessor => manifest.Names.ClassName + "." + string.Join(".", flag.AccessorPath);

    /// <summary>The member that gives the flag's value.</summary>
    public string Getter => FlagTypeInfo.Of(flag.Type).Getter;
}
