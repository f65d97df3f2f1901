using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Analyzers.Lifecycle;

/// <summary>AFG2006: code still asks for a retired flag.</summary>
internal sealed class RetiredFlagRule : IFlagUseRule, IFlagUseCheck
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.RetiredFlag,
        title: "A retired flag is still used",
        messageFormat: "Flag {0} is retired and gives {1} for everybody; write that in place of the read, and take the flag out of flags.json after its last use",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.RetiredFlag));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => null;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => flags.All.Any(static flag => flag.Flag.IsRetired) ? this : null;

    public void Check(in FlagUse use, OperationAnalysisContext context)
    {
        // What a test sets up is told by a rule of its own.
        if (use.Flag is { Flag.IsRetired: true } flag && use.Method is null or { Reads: true } && !TestSetUps.Contain(use.Operation))
        {
            string kept = flag.Flag.Node[FlagMembers.Keep.Name] is { } keep ? Phrases.Shorten(JsonText.Minify(keep)) : "one value";
            context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, flag.Phrase, kept));
        }
    }
}
