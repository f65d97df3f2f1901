using System.Collections.Concurrent;
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
        private readonly ConcurrentDictionary<DeclaredFlag, ConcurrentDictionary<ISymbol, List<TextSpan>>> _seen = new();

        public void Check(in FlagUse use, OperationAnalysisContext context)
        {
            if (use is not { Flag: { Flag.IsCompileTime: false } flag, Call: { } call } || !FlagReads.IsRead(call.TargetMethod))
            {
                return;
            }

            TextSpan[] earlier = Note(flag, context.ContainingSymbol, call.Syntax.Span);
            if (earlier.Length == 0 || reads.Find(call) is not { } read || CapturedViews.Contains(read.Decider) || _known.Find(read) is not null)
            {
                return;
            }

            IOperation root = RootOf(call);
            FlagRead? first = earlier.SelectMany(span => CallsAt(root, span)).FirstOrDefault(other => MayDiffer(root, other, read, context));
            if (first is not null)
            {
                Location place = first.Call.Syntax.GetLocation();
                int line = place.GetMappedLineSpan().StartLinePosition.Line + 1;
                context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, [place], FixProperties.For(flag), flag.Phrase, line));
            }
        }

        private static IOperation RootOf(IOperation operation)
        {
            while (operation.Parent is { } parent)
            {
                operation = parent;
            }

            return operation;
        }

        private static bool MayDiffer(IOperation root, FlagRead first, FlagRead second, OperationAnalysisContext context) =>
            first.IsSame(second)
            && Succession.ShareTurn(first.Call, second.Call)
            && !Interruptions.Change(root, first, second)
            && Succession.CanFollow(context.GetControlFlowGraph(), first.Call, second.Call);

        /// <summary>The reads of the flag that stand before one in the same member.</summary>
        private TextSpan[] Note(DeclaredFlag flag, ISymbol member, TextSpan call)
        {
            List<TextSpan> spans = _seen.GetOrAdd(flag, static _ => new(SymbolEqualityComparer.Default)).GetOrAdd(member, static _ => []);
            lock (spans)
            {
                // An editor may have a member visited again.
                if (!spans.Contains(call))
                {
                    spans.Add(call);
                }

                return spans.Count == 1 ? [] : [.. spans.Where(other => other.Start < call.Start).OrderBy(static other => other.Start)];
            }
        }

        private IEnumerable<FlagRead> CallsAt(IOperation root, TextSpan span) =>
            root.Descendants().OfType<IInvocationOperation>().Where(other => other.Syntax.Span == span).Select(reads.Find).OfType<FlagRead>();
    }
}
