using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>What a manifest says before its flags, of that from which code is generated.</summary>
/// <param name="Namespace">The namespace of what is generated, or null where the manifest names none.</param>
/// <param name="ClassName">The name of the generated class.</param>
/// <param name="Attributes">The declared attributes.</param>
internal sealed record ManifestHead(string? Namespace, string ClassName, IReadOnlyList<ManifestAttribute> Attributes)
{
    public static ManifestHead Empty { get; } = new(null, GeneratedNames.DefaultClass, []);
}
