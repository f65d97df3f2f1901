using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Keys;

/// <summary>AFG2003: a flag read by a key that only the run time knows.</summary>
internal sealed class UnknownKeyRule : IFlagUseRule, IFlagUseCheck
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.UnknownKey,
        title: "A flag's key is not constant",
        messageFormat: "The key that is given to '{0}' is no constant, so that neither its spelling nor the flag's type, owner and expiry can be checked; use the flag's member or a constant key where the flag is known",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.UnknownKey));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => FlagUseKind.Key;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => this;

    public void Check(in FlagUse use, OperationAnalysisContext context)
    {
        // Code that is not finished has no key yet.
        if (use is { Method.Reads: true, Operation: { ConstantValue.HasValue: false, Type.SpecialType: SpecialType.System_String } and not IInvalidOperation })
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, use.Call!.TargetMethod.Name));
        }
    }
}
