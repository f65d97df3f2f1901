using Aurum.FlagGen.Analyzers.Usage.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Analyzers.Usage.Rules;

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

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options) => new TornReadCheck(new FlagReads(flags));

    /// <remarks>Members are visited one by one and in the order of their text, so a read only has to be compared with those before it, of which there are rarely any.</remarks>
    private sealed class TornReadCheck(FlagReads reads) : IFlagUseCheck
    {
        private readonly KnownChecks _known = new(reads);
        private readonly EarlierReads _earlier = new();

        public void Check(in FlagUse use, OperationAnalysisContext context)
        {
            if (use is not { Flag: { Flag.IsCompileTime: false } flag, Call: { } call } || reads.Find(call) is not { } read)
            {
                return;
            }

            TextSpan[] earlier = _earlier.Note(read, context.ContainingSymbol);
            if (earlier.Length > 0 && FindFirst(earlier, read, context) is { } first && _known.Find(read) is null && !CapturedViews.Contains(read.Decider))
            {
                Location place = first.Syntax.GetLocation();
                int line = place.GetMappedLineSpan().StartLinePosition.Line + 1;
                context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, [place], FixProperties.For(flag), flag.Phrase, line));
            }
        }

        /// <summary>The first of the earlier reads from which this one is reached while the flag may have changed.</summary>
        private IInvocationOperation? FindFirst(TextSpan[] earlier, FlagRead second, OperationAnalysisContext context)
        {
            IOperation root = second.Call;
            while (root.Parent is { } parent)
            {
                root = parent;
            }

            // What costs most is asked last.
            return (from span in earlier
                    from call in root.Descendants().OfType<IInvocationOperation>()
                    where call.Syntax.Span == span
                    let first = reads.Find(call)
                    where first is not null && first.IsSame(second)
                    where Succession.ShareTurn(call, second.Call) && !Succession.AreApart(call, second.Call)
                    where !Interruptions.Change(root, first, second)
                    where Succession.CanFollow(context.GetControlFlowGraph(), call, second.Call)
                    select call).FirstOrDefault();
        }
    }
}
