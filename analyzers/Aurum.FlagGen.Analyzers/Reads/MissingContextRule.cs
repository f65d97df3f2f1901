using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Reads;

/// <summary>AFG2010: a flag that decides by the context is read without one.</summary>
internal sealed class MissingContextRule : IFlagUseRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.MissingContext,
        title: "A flag that decides by the context is read without one",
        messageFormat: "Flag {0} decides by {1}, but '{2}' is given no context and nothing in the project sets an ambient one; pass a context, or set one with 'FlagContext.Use'",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.MissingContext));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => null;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options)
    {
        Dictionary<DeclaredFlag, string> needs = [];
        foreach (DeclaredFlag flag in flags.All)
        {
            if (ContextNeed.Find(flag.Flag) is { } need)
            {
                needs.Add(flag, need);
            }
        }

        return needs.Count == 0 ? null : new ContextCheck(flags, needs);
    }

    private sealed class ContextCheck(ProjectFlags flags, Dictionary<DeclaredFlag, string> needs) : IFlagUseCheck
    {
        private const string Context = "context";

        public void Check(in FlagUse use, OperationAnalysisContext context)
        {
            // Whether an ambient context may be set is costly to find out, so it is asked last.
            if (use is { Flag: { } flag, Call: { } call }
                && use.Method is null or { Reads: true }
                && needs.TryGetValue(flag, out string? need)
                && IsWithoutContext(call)
                && !flags.MayHaveAmbientContext)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, flag.Phrase, need, call.TargetMethod.Name));
            }
        }

        /// <summary>Whether the call has a parameter for the context, and it is left out or null.</summary>
        private static bool IsWithoutContext(IInvocationOperation call)
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (argument.Parameter?.Name == Context)
                {
                    IOperation value = argument.Value;
                    while (value is IConversionOperation { OperatorMethod: null } conversion)
                    {
                        value = conversion.Operand;
                    }

                    return value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null };
                }
            }

            return false;
        }
    }
}
