using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Analyzers.Keys;

/// <summary>AFG2004: a flag read as another type than it has.</summary>
internal sealed class WrongTypeRule : IFlagUseRule, IFlagUseCheck
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.WrongType,
        title: "A flag is read as the wrong type",
        messageFormat: "Flag {0} is of type {1}, so that '{2}' {3}; read it with '{4}'",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.WrongType));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => FlagUseKind.Key;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => this;

    public void Check(in FlagUse use, OperationAnalysisContext context)
    {
        if (use is not { Flag: { Flag.HasSoundShape: true } flag } || use.Method!.Fits(flag))
        {
            return;
        }

        string consequence = use.Method.Kind == KeyMethodKind.GetVariant ? "gives null for everybody: the flag has no variants" : "gives the call's default value for everybody";
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, use.Location, FixProperties.For(flag), flag.Phrase, ManifestWords.FlagTypes.WordFor(flag.Flag.Type), use.Call!.TargetMethod.Name, consequence, $"{flag.Accessor}.{flag.Getter}"));
    }
}
