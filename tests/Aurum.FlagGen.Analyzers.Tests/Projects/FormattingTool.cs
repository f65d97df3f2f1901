using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Analyzers.Tests.Projects;

/// <summary>Does what <c>dotnet format analyzers</c> does, in an order of the rules that the caller gives; the tool's own comes from a hash set, and differs from run to run.</summary>
/// <remarks>
/// It finds the rules that report anything. Then it goes through these once: it runs the analyzer that has the rule, asks each fix for its actions for the first diagnostic of that analyzer,
/// of whichever rule it is, and applies fix-all with the key of the first action that is offered, or without one.
/// </remarks>
internal sealed class FormattingTool(ImmutableArray<DiagnosticAnalyzer> analyzers, Func<IEnumerable<string>, IEnumerable<string>> order, Func<IEnumerable<Diagnostic>, IEnumerable<Diagnostic>> orderOfDiagnostics)
{
    /// <summary>One call of the tool.</summary>
    public async Task<Solution> FormatAsync(Solution solution)
    {
        ProjectId id = solution.ProjectIds.Single();
        string[] reported = [.. (await AnalyzeAsync(solution.GetProject(id)!, analyzers)).Select(static diagnostic => diagnostic.Id).Distinct()];
        foreach (string rule in order(reported))
        {
            ImmutableArray<DiagnosticAnalyzer> analyzersOfRule = [.. analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == rule))];
            Diagnostic[] diagnostics = [.. orderOfDiagnostics(await AnalyzeAsync(solution.GetProject(id)!, analyzersOfRule))];
            foreach (CodeFixProvider fix in ProjectAnalysis.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(rule)))
            {
                if (diagnostics.Length > 0 && solution.GetDocument(diagnostics[0].Location.SourceTree) is { } document)
                {
                    solution = await ApplyAsync(solution, document, fix, rule, diagnostics);
                }
            }
        }

        return solution;
    }

    private static async Task<Solution> ApplyAsync(Solution solution, Document document, CodeFixProvider fix, string rule, Diagnostic[] diagnostics)
    {
        string? key = (await FixTest.OfferAsync(document.Project, fix, diagnostics[0])).Select(static action => action.EquivalenceKey).FirstOrDefault();
        FixAllContext context = new(document, fix, FixAllScope.Solution, key!, [rule], new FixTest.KnownDiagnostics(diagnostics), TestContext.Current.CancellationToken);
        CodeAction? all = await fix.GetFixAllProvider()!.GetFixAsync(context);
        all.ShouldNotBeNull($"{fix.GetType().Name} has no fix-all for {rule} with the key '{key}'.");
        ImmutableArray<CodeActionOperation> operations = await all.GetOperationsAsync(solution, new Progress<CodeAnalysisProgress>(), TestContext.Current.CancellationToken);
        return operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution ?? solution;
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(Project project, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        [.. (await ProjectAnalysis.AnalyzeAsync(project, analyzers)).Where(static diagnostic => diagnostic.Location.IsInSource && diagnostic.Severity >= DiagnosticSeverity.Info)];
}
