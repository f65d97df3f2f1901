using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Analyzers.Lifecycle;

/// <summary>AFG1101: nothing in the project that owns the manifest uses a flag.</summary>
internal sealed class UnusedFlagRule : IFlagUseRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.UnusedFlag,
        title: "Nothing uses a flag",
        messageFormat: "Nothing in this project uses the flag {0}; use {1}, or take the flag out of flags.json",
        category: Categories.Manifest,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.UnusedFlag),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => null;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options)
    {
        HashSet<string> named = FindNamedByFlags(flags);
        List<DeclaredFlag> candidates = [.. flags.All.Where(flag => flag.Manifest.IsOwned && flag.Flag.HasSoundShape && !named.Contains(flag.Key) && !IsUsedElsewhere(flag.Flag))];
        return candidates.Count > 0 ? new Search(candidates, flags.Count) : null;
    }

    /// <summary>Whether a flag serves something that is not seen in the project's code: clients that ask over the network, and <c>#if</c>.</summary>
    private static bool IsUsedElsewhere(ManifestFlag flag) =>
        flag.Node[FlagMembers.ClientVisible.Name]?.Kind == JsonKind.True
        || (flag.IsCompileTime && flag.Node[FlagMembers.Emit.Name] is { Kind: JsonKind.String } form && ManifestWords.CompileTimeForms.Find(form.Text) == CompileTimeForm.Const);

    /// <summary>The flags that others require or exclude.</summary>
    private static HashSet<string> FindNamedByFlags(ProjectFlags flags) => new(
        from flag in flags.All
        from rule in flag.Flag.Node[FlagMembers.Rules.Name]?.Items ?? []
        from names in (JsonNode?[])[rule[RuleMembers.RequiredFlags], rule[RuleMembers.ExcludedFlags], rule[RuleMembers.RolloutPlan]?[RolloutPlanMembers.RequiredFlags]]
        from item in names?.Items ?? []
        where item.Kind == JsonKind.String
        select item.Text,
        StringComparer.Ordinal);

    private sealed class Search(List<DeclaredFlag> candidates, int flags) : IFlagUseCheck, IFlagUseSummary
    {
        /// <summary>By the flags' index. It is written by several threads at once, but nothing else than true, and read when they are done.</summary>
        private readonly bool[] _used = new bool[flags];

        public void Check(in FlagUse use, OperationAnalysisContext context)
        {
            // Each use is counted, in generated code too.
        }

        public void Count(in FlagUse use)
        {
            if (use.Flag is { } flag)
            {
                _used[flag.Index] = true;
            }
        }

        public void Finish(CompilationAnalysisContext context)
        {
            foreach (DeclaredFlag flag in candidates)
            {
                if (!_used[flag.Index])
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, flag.Manifest.Locate(flag.Flag.KeyRange), flag.Phrase, flag.Accessor));
                }
            }
        }
    }
}
