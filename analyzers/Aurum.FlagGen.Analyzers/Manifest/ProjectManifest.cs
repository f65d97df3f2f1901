using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Analyzers.Manifest;

/// <summary>A manifest that the project owns, read.</summary>
internal sealed class ProjectManifest(string path, SourceText text, FlagManifest manifest, OutputNames names)
{
    public string Path { get; } = path;

    public FlagManifest Manifest { get; } = manifest;

    /// <summary>The names of what is generated from it.</summary>
    public OutputNames Names { get; } = names;

    /// <summary>Where its class is named, or the file's beginning where it is not.</summary>
    public Location ClassLocation => Locate((Manifest.Root?["class"] ?? Manifest.Root?["namespace"])?.Range ?? default);

    public Location Locate(TextRange range)
    {
        int start = Math.Min(range.Start, text.Length);
        TextSpan span = TextSpan.FromBounds(start, Math.Max(start, Math.Min(range.End, text.Length)));
        return Location.Create(Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
