using System.Runtime.CompilerServices;
using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Generators.Parsing;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
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

    /// <summary>Starts what looks at the project's own manifests, each time it is handed one of its files. Another project's manifests are that project's to report.</summary>
    /// <param name="context">The start of the compilation.</param>
    /// <param name="report">What is done for a file: it gets the project's manifests, in the order in which they get their classes, and the position of the one that lies in the file.</param>
    public static void ReportOwned(CompilationStartAnalysisContext context, Action<AdditionalFileAnalysisContext, IReadOnlyList<ProjectManifest>, int> report)
    {
        List<ProjectManifest> manifests = [.. Read(context.Options, context.CancellationToken).Where(static manifest => manifest.IsOwned)];
        if (manifests.Count == 0)
        {
            return;
        }

        context.RegisterAdditionalFileAction(file =>
        {
            int index = manifests.FindIndex(manifest => manifest.Path == file.AdditionalFile.Path);
            if (index >= 0)
            {
                report(file, manifests, index);
            }
        });
    }

    public static FlagManifest Read(SourceText text) => ByText.GetValue(text, static text => new Lazy<FlagManifest>(() => ManifestReader.Read(text.ToString()))).Value;
}
