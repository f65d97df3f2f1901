using System.Runtime.CompilerServices;
using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Generators.Parsing;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Analyzers.Manifest;

/// <summary>Reads a project's manifests.</summary>
internal static class ProjectManifests
{
    /// <summary>Each version of a text is read once, by however many analyzers and fixes, in however many compilations it stands; it is forgotten with its text.</summary>
    private static readonly ConditionalWeakTable<SourceText, Lazy<FlagManifest>> ByText = new();

    /// <summary>The manifests in the order in which they get their classes, those of other projects included.</summary>
    public static IReadOnlyList<ProjectManifest> Read(AnalyzerOptions options, CancellationToken token)
    {
        List<ProjectManifest> manifests = [];
        foreach (AdditionalText file in options.AdditionalFiles.OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            if (ManifestFileParser.Read(file, options.AnalyzerConfigOptionsProvider) is { } manifest && file.GetText(token) is { } text)
            {
                manifests.Add(new ProjectManifest(manifest, text, Read(text)));
            }
        }

        return manifests;
    }

    public static FlagManifest Read(SourceText text) => ByText.GetValue(text, static text => new Lazy<FlagManifest>(() => ManifestReader.Read(text.ToString()))).Value;
}
