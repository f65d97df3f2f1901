using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;

namespace Aurum.FlagGen.Analyzers.Reads;

/// <summary>AFG3001: a member that reads a flag twice, and may get two answers.</summary>
internal sealed class TornReadRule : IFlagUseRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.TornRead,
        title: "A flag is read twice in one member",
        messageFormat: "Flag {0} is read a second time here and may have changed since line {1}; keep the first answer in a local, or read from 'engine.Capture()'",
        category: Categories.Hygiene,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.TornRead));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => null;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => new TornReadCheck(new FlagReads(flags));

    private sealed class TornReadCheck(FlagReads reads) : IFlagUseCheck
    {
        private readonly KnownChecks _known = new(reads);

        public void Check(in FlagUse use, OperationAnalysisContext context)
        {
            if (use is not { Repeated: { } repeated, Flag: { Flag.IsCompileTime: false } flag } || FindFirst(repeated, context) is not { } first)
            {
                return;
            }

            Location place = first.Call.Syntax.GetLocation();
            int line = place.GetMappedLineSpan().StartLinePosition.Line + 1;
            context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, [place], FixProperties.For(flag), flag.Phrase, line));
        }

        /// <summary>The first of the earlier reads from which this one is reached while the flag may have changed.</summary>
        /// <remarks>What costs most is asked last: the graph of the member costs more than everything before it.</remarks>
        private FlagRead? FindFirst(RepeatedRead repeated, OperationAnalysisContext context)
        {
            FlagRead second = repeated.Read;
            List<FlagRead> inOneTurn = [.. repeated.Earlier.Where(first => Succession.ShareTurn(first.Call, second.Call) && !Succession.AreApart(first.Call, second.Call))];
            if (inOneTurn.Count == 0 || _known.Find(second) is not null || CapturedViews.Contains(second.Decider))
            {
                return null;
            }

            IOperation root = second.Call;
            while (root.Parent is { } parent)
            {
                root = parent;
            }

            return inOneTurn.Find(first => !Interruptions.Change(root, first, second) && Succession.CanFollow(context.GetControlFlowGraph(), first.Call, second.Call));
        }
    }
}
