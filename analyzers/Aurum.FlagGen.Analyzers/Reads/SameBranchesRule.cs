using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;

namespace Aurum.FlagGen.Analyzers.Reads;

/// <summary>AFG3004: a flag is asked, and whatever it answers, the same happens.</summary>
internal sealed class SameBranchesRule : IFlagUseRule, IFlagUseCheck
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.SameBranches,
        title: "The same happens whatever a flag says",
        messageFormat: "Whatever flag {0} says here, the same happens; take the question out, or let the branches differ",
        category: Categories.Hygiene,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.SameBranches));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => null;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => this;

    public void Check(in FlagUse use, OperationAnalysisContext context)
    {
        if (use is { Flag: { } flag, Call: { } call } && SameBranches.Find(call) is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, FixProperties.For(flag), flag.Phrase));
        }
    }
}
