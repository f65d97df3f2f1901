using System.Collections.Immutable;
using Aurum.FlagGen.Manifest.Rules;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Analyzers.Manifest;

/// <summary>The manifest's rules as the compiler knows them.</summary>
internal static class ManifestDescriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ById =
        ManifestRules.All.ToDictionary(static rule => rule.Id, Describe, StringComparer.Ordinal);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. ManifestRules.All.Select(static rule => ById[rule.Id])];

    public static DiagnosticDescriptor For(ManifestRule rule) => ById[rule.Id];

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
