using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;

namespace Aurum.FlagGen.Analyzers.Reads;

/// <summary>AFG3002: a thread waits for an evaluation of the manager, which the engine answers at once.</summary>
internal sealed class BlockedEvaluationRule : IFlagUseRule, IFlagUseCheck
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.BlockedEvaluation,
        title: "A thread waits for an evaluation",
        messageFormat: "'{0}' blocks a thread until '{1}' is done; {2}",
        category: Categories.Hygiene,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.BlockedEvaluation));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => FlagUseKind.Key;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => this;

    public void Check(in FlagUse use, OperationAnalysisContext context)
    {
        if (use is { Call: { } call, Method.Reads: true } && BlockingWait.Find(call) is { } wait)
        {
            string advice = use.Flag is { } flag ? $"ask '{flag.Accessor}', which answers at once, or await" : "ask the manager's engine, which answers at once, or await";
            context.ReportDiagnostic(Diagnostic.Create(Rule, wait.Name.GetLocation(), wait.Name.ToString(), call.TargetMethod.Name, advice));
        }
    }
}
