using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Analyzers.Variants;

/// <summary>AFG2005: a variant's name, as text, that the flag does not have.</summary>
internal sealed class UndeclaredVariantRule : IFlagUseRule, IFlagUseCheck
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.UndeclaredVariant,
        title: "A variant is not declared",
        messageFormat: "Flag {0} has no variant '{1}'; {2}",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.UndeclaredVariant));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => FlagUseKind.Key;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => this;

    public void Check(in FlagUse use, OperationAnalysisContext context)
    {
        if (use is not { Flag: { Flag.HasSoundShape: true, Variants.Count: > 0 } flag, Call: { } call })
        {
            return;
        }

        bool givesVariant = use.Method!.Kind == KeyMethodKind.GetVariant || (use.Method.ValueType == FlagType.String && flag.Flag.Type == FlagType.Variant);
        IEnumerable<IOperation> texts = givesVariant
            ? VariantTexts.ComparedWith(call)
            : use.Method.Kind == KeyMethodKind.Manage && flag.Flag.Variants.Count > 0 ? VariantTexts.GivenTo(call) : [];
        foreach (IOperation text in texts)
        {
            if (text.ConstantValue is { HasValue: true, Value: string name } && !flag.Variants.Contains(name, StringComparer.Ordinal))
            {
                ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Nearest, NearestName.Find(name, flag.Variants));
                string advice = Phrases.Suggest(name, flag.Variants, "write one of those that flags.json declares");
                context.ReportDiagnostic(Diagnostic.Create(Rule, text.Syntax.GetLocation(), properties, flag.Phrase, name, advice));
            }
        }
    }
}
