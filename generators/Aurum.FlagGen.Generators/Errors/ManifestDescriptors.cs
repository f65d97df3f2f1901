using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Manifest.Rules;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Errors;

/// <summary>What the generator reports: the manifest's rules as the compiler knows them, and what only the project shows.</summary>
internal static class ManifestDescriptors
{
    private static readonly ManifestRule ClassClash = new(
        DiagnosticIds.ClassClash,
        "Two manifests generate the same class",
        "The manifest generates the class '{0}', and so does '{1}', so nothing is generated from this one; give one of them another 'class' or 'namespace'",
        ManifestSeverity.Error);

    private static readonly ManifestRule ReferencedClass = new(
        DiagnosticIds.ReferencedClass,
        "A referenced project has the manifest's class already",
        "The manifest generates the class '{0}', which the referenced '{1}' has already, so nothing is generated here; take the manifest with EmitAccessors=\"false\", or give one of them another 'class' or 'namespace'",
        ManifestSeverity.Error);

    private static readonly Dictionary<string, DiagnosticDescriptor> ById =
        ManifestRules.All.Concat([ClassClash, ReferencedClass]).ToDictionary(static rule => rule.Id, Describe, StringComparer.Ordinal);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. ById.Values.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)];

    public static DiagnosticDescriptor For(string id) => ById[id];

    private static DiagnosticDescriptor Describe(ManifestRule rule) => new(
        id: rule.Id,
        title: rule.Title,
        messageFormat: rule.Message,
        category: Categories.Manifest,
        defaultSeverity: SeverityOf(rule.Severity),
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(rule.Id));

    private static DiagnosticSeverity SeverityOf(ManifestSeverity severity) => severity switch
    {
        ManifestSeverity.Error => DiagnosticSeverity.Error,
        ManifestSeverity.Warning => DiagnosticSeverity.Warning,
        ManifestSeverity.Info => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Hidden,
    };
}
