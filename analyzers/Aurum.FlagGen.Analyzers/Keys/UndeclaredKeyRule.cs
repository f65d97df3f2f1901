using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Analyzers.Keys;

/// <summary>AFG2001: a key that no manifest declares, in a call of engine or manager.</summary>
internal sealed class UndeclaredKeyRule : IFlagUseRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.UndeclaredKey,
        title: "A flag's key is not declared",
        messageFormat: "No manifest of the project declares the flag '{0}'; {1}",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.UndeclaredKey));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => FlagUseKind.Key;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => flags.AreComplete ? new KeyCheck(flags) : null;

    private sealed class KeyCheck(ProjectFlags flags) : IFlagUseCheck
    {
        public void Check(in FlagUse use, OperationAnalysisContext context)
        {
            // What is taken away need not be declared any more.
            if (use.Flag is not null || use.Method!.Kind == KeyMethodKind.Delete || use.ConstantKey is not { } key || flags.IsDeclaredElsewhere(key))
            {
                return;
            }

            string? nearest = NearestName.Find(key, flags.All.Select(static flag => flag.Key));
            string advice = nearest is null ? "declare it in flags.json, or write a key that is declared" : $"did you mean '{nearest}'? Otherwise declare it in flags.json";
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
                .Add(FixProperties.Key, key)
                .Add(FixProperties.Nearest, nearest)
                .Add(FixProperties.Manifest, flags.MainManifest.Path)
                .Add(FixProperties.Definition, FlagTypeInfo.Of(TypeFor(use.Method)).Placeholder);
            context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, properties, key, advice));
        }

        /// <summary>The type of flag that gives what the call expects.</summary>
        private static FlagType TypeFor(KeyMethod method) => method.Kind == KeyMethodKind.GetVariant ? FlagType.Variant : method.ValueType ?? FlagType.Boolean;
    }
}
