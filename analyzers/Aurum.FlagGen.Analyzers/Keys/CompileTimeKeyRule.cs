using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;

namespace Aurum.FlagGen.Analyzers.Keys;

/// <summary>AFG2009: a compile-time flag read by its key.</summary>
internal sealed class CompileTimeKeyRule : IFlagUseRule, IFlagUseCheck
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.CompileTimeKey,
        title: "A compile-time flag is read by its key",
        messageFormat: "Flag {0} is decided by the build, of which '{1}' knows nothing; read it with '{2}'",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.CompileTimeKey));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => FlagUseKind.Key;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => this;

    public void Check(in FlagUse use, OperationAnalysisContext context)
    {
        // A read as another type has its own diagnostic, which names the same member.
        if (use is { Flag: { Flag: { IsCompileTime: true, HasSoundShape: true } } flag, Method.Reads: true } && use.Method.Fits(flag))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, use.Location, FixProperties.For(flag), flag.Phrase, use.Call!.TargetMethod.Name, $"{flag.Accessor}.{flag.Getter}"));
        }
    }
}
