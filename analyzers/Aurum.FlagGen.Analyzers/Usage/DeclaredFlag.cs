using Aurum.FlagGen.Analyzers.Manifest;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>A flag, and the manifest that declares it.</summary>
internal sealed class DeclaredFlag(ManifestFlag flag, ProjectManifest manifest)
{
    public ManifestFlag Flag => flag;

    public ProjectManifest Manifest => manifest;

    public string Key => flag.Key;

    /// <summary>The flag in a sentence, with whom to ask about it.</summary>
    public string Phrase => flag.Owner is null ? $"'{flag.Key}' (no owner)" : $"'{flag.Key}' (owner: {flag.Owner})";

    /// <summary>How the flag is reached in C# where the class is in scope: <c>Features.Checkout.Flow</c>.</summary>
    public string Accessor => manifest.Names.ClassName + "." + string.Join(".", flag.AccessorPath);
}
