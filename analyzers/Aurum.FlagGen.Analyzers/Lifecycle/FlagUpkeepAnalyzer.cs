using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Manifest;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Analyzers.Lifecycle;

/// <summary>Advises on what a flag needs for a long life or a timely end: somebody who answers for it, a last day, and a name that says what is on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlagUpkeepAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor NoUpkeep = new(
        id: DiagnosticIds.NoUpkeep,
        title: "A flag has no owner or no end",
        messageFormat: "Flag '{0}' has {1}; add {2}, so that somebody takes it out when it has done its work",
        category: Categories.Manifest,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.NoUpkeep));

    private static readonly DiagnosticDescriptor NegatedName = new(
        id: DiagnosticIds.NegatedName,
        title: "A flag's name is negated",
        messageFormat: "Flag '{0}' is named after what it turns off, so code reads as a double negation; name it '{1}' and turn its values round",
        category: Categories.Manifest,
        defaultSeverity: DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.NegatedName));

    private static readonly string[] Negations = ["no", "not", "non", "dont", "disable", "disabled", "without"];
    private static readonly char[] WordSeparators = ['_', '-'];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoUpkeep, NegatedName];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start => ProjectManifests.ReportOwned(start, Report));
    }

    private static void Report(AdditionalFileAnalysisContext context, IReadOnlyList<ProjectManifest> manifests, int index)
    {
        foreach (ManifestFlag flag in manifests[index].Manifest.Flags)
        {
            ReportFlag(context, manifests[index], flag);
        }
    }

    private static void ReportFlag(AdditionalFileAnalysisContext context, ProjectManifest manifest, ManifestFlag flag)
    {
        bool hasEnd = flag.Expires is not null || flag.IsPermanent || flag.IsRetired;
        if (flag.Owner is null || !hasEnd)
        {
            (string missing, string toAdd) = (flag.Owner is null, hasEnd) switch
            {
                (true, true) => ("no owner", "an 'owner'"),
                (true, false) => ("no owner and no end", "an 'owner', and 'expires' or \"permanent\": true"),
                _ => ("no end", "'expires' or \"permanent\": true"),
            };
            context.ReportDiagnostic(Diagnostic.Create(NoUpkeep, manifest.Locate(flag.KeyRange), flag.Key, missing, toAdd));
        }

        if (FindPositiveName(flag.Key) is { } positive)
        {
            context.ReportDiagnostic(Diagnostic.Create(NegatedName, manifest.Locate(flag.KeyRange), flag.Key, positive));
        }
    }

    /// <summary>The key without its negation, or null where it has none: <c>checkout.no_ads</c> becomes <c>checkout.ads</c>.</summary>
    private static string? FindPositiveName(string key)
    {
        int start = key.LastIndexOf('.') + 1;
        int separator = key.IndexOfAny(WordSeparators, start);
        if (separator < 0 || separator == key.Length - 1)
        {
            return null;
        }

        string word = key.Substring(start, separator - start);
        return Negations.Contains(word, StringComparer.OrdinalIgnoreCase) ? key.Remove(start, separator + 1 - start) : null;
    }
}
