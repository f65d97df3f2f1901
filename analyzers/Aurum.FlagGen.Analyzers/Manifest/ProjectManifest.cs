using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Analyzers.Manifest;

/// <summary>One of the project's manifests, read.</summary>
internal sealed class ProjectManifest(ManifestFile file, SourceText text, FlagManifest manifest)
{
    private const string InFlags = "/flags/";

    public string Path => file.Path;

    /// <summary>Whether the project owns the manifest; where it does not, the generated code comes from another project.</summary>
    public bool IsOwned => file.EmitsAccessors;

    public SourceText Text => text;

    public FlagManifest Manifest => manifest;

    /// <summary>Whether every key that the file declares could be read, so that what it does not declare is not declared.</summary>
    public bool IsComplete { get; } = manifest.Root?.Kind == JsonKind.Object && !manifest.Errors.Any(HidesKeys);

    /// <summary>The names of what is generated from it.</summary>
    public OutputNames Names { get; } = OutputNames.From(manifest.Namespace, manifest.ClassName, file.DefaultNamespace, manifest.Root?[ManifestMembers.Scope.Name]?.Text);

    /// <summary>The same manifest, where its class lies in another namespace than this project's.</summary>
    public ProjectManifest WithNamespace(string space) => new(file with { DefaultNamespace = space }, text, manifest);

    public Location Locate(TextRange range)
    {
        int start = Math.Min(range.Start, text.Length);
        TextSpan span = TextSpan.FromBounds(start, Math.Max(start, Math.Min(range.End, text.Length)));
        return Location.Create(Path, span, text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>Whether flags may stand in the text that a fault kept from being read. Beyond a limit within one flag there are no others.</summary>
    private static bool HidesKeys(ManifestError error) =>
        error.Rule == ManifestRules.Syntax || (error.Rule == ManifestRules.Limit && !error.Pointer.StartsWith(InFlags, StringComparison.Ordinal));
}
