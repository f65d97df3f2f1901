using System.Globalization;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;

namespace Aurum.FlagGen.Analyzers.Reads;

/// <summary>AFG3003: a check within the same check, whose answer is therefore known.</summary>
internal sealed class ConstantCheckRule : IFlagUseRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.ConstantCheck,
        title: "A check of a flag is decided by one around it",
        messageFormat: "Flag {0} is always {1} here, because the same check around it has decided that; take this one out",
        category: Categories.Hygiene,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ConstantCheck));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => null;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => new CheckOfChecks(new FlagReads(flags));

    private sealed class CheckOfChecks(FlagReads reads) : IFlagUseCheck
    {
        private readonly KnownChecks _known = new(reads);

        public void Check(in FlagUse use, OperationAnalysisContext context)
        {
            // The check that decides this one stands before it.
            if (use is { Repeated: { } repeated, Flag: { } flag } && _known.Find(repeated.Read) is { } value)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, use.Location, FixProperties.For(flag).Add(FixProperties.Known, value.ToString(CultureInfo.InvariantCulture)), flag.Phrase, value ? "on" : "off"));
            }
        }
    }
}
