using System.Collections.Immutable;
using Aurum.FlagGen.Manifest.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Analyzers.Manifest;

/// <summary>Reports the faults of the project's manifests, each at its line and column in the file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlagManifestAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor ClassClash = new(
        id: DiagnosticIds.ClassClash,
        title: "Two manifests generate the same class",
        messageFormat: "The manifest generates the class '{0}', and so does '{1}', so nothing is generated from this one; give one of them another 'class' or 'namespace'",
        category: Categories.Manifest,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ClassClash));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. ManifestDescriptors.All, ClassClash];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start => ProjectManifests.ReportOwned(start, Report));
    }

    private static void Report(AdditionalFileAnalysisContext context, IReadOnlyList<ProjectManifest> manifests, int index)
    {
        ProjectManifest manifest = manifests[index];
        foreach (ManifestError error in manifest.Manifest.Errors)
        {
            context.ReportDiagnostic(Diagnostic.Create(ManifestDescriptors.For(error.Rule), manifest.Locate(error.Range), error.Arguments));
        }

        if (manifests.Take(index).FirstOrDefault(other => other.Path != manifest.Path && other.Names.ClashesWith(manifest.Names)) is { } owner)
        {
            context.ReportDiagnostic(Diagnostic.Create(ClassClash, manifest.ClassLocation, manifest.Names.FullClassName, owner.Path));
        }
    }
}
