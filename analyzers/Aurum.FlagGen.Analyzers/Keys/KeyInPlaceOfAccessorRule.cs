using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;

namespace Aurum.FlagGen.Analyzers.Keys;

/// <summary>AFG2002: a flag read by its key although it has a generated member.</summary>
internal sealed class KeyInPlaceOfAccessorRule : IFlagUseRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.KeyInPlaceOfAccessor,
        title: "A flag is read by its key although it has a member",
        messageFormat: "Flag {0} is read by its key; '{1}' is checked by the compiler and needs no look-up",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KeyInPlaceOfAccessor));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => FlagUseKind.Key;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => new AccessorCheck(flags);

    private sealed class AccessorCheck(ProjectFlags flags) : IFlagUseCheck
    {
        public void Check(in FlagUse use, OperationAnalysisContext context)
        {
            // A compile-time flag's member answers something else than the engine does, which does not know such flags.
            if (use is { Flag: { Flag.IsCompileTime: false } flag, Method.Reads: true } && use.Method.Fits(flag) && flags.Symbols.HasAccessor(flag))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, FixProperties.For(flag), flag.Phrase, flag.Accessor));
            }
        }
    }
}
