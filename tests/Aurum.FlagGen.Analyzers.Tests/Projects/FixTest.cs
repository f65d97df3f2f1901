using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.Analyzers.Tests.Projects;

/// <summary>Applies fixes to projects of a workspace: one, or all of a kind.</summary>
internal static class FixTest
{
    /// <summary>What a fix offers for a diagnostic, by title.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OfferAsync(Project project, CodeFixProvider fix, Diagnostic diagnostic)
    {
        Document? document = project.Solution.GetDocument(diagnostic.Location.SourceTree);
        List<CodeAction> actions = [];
        if (document is not null)
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        }

        return actions;
    }

    /// <summary>The source after the first fix that is offered for the first diagnostic of the rule; checks that it compiles.</summary>
    public static async Task<string> FixAsync<TFix>(string id, string source, string manifest = FlagProject.EveryType)
        where TFix : CodeFixProvider, new() =>
        await SourceAsync(await FixAsync<TFix>(id, new FlagProject(source) { Manifest = manifest }));

    /// <summary>The project after a fix that is offered for the first diagnostic of the rule, by default the first; checks that it compiles.</summary>
    public static async Task<Project> FixAsync<TFix>(string id, FlagProject flagProject, int index = 0)
        where TFix : CodeFixProvider, new()
    {
        Project project = flagProject.Create();
        CodeAction action = (await OfferAsync(project, new TFix(), (await project.AnalyzeAsync(id))[0]))[index];
        Project changed = (await ApplyAsync(project.Solution, action)).GetProject(project.Id)!;
        (await changed.CompileAsync()).ShouldBeEmpty();
        return changed;
    }

    /// <summary>The titles of what is offered for the first diagnostic of the rule.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync<TFix>(string id, FlagProject flagProject)
        where TFix : CodeFixProvider, new()
    {
        Project project = flagProject.Create();
        return [.. (await OfferAsync(project, new TFix(), (await project.AnalyzeAsync(id))[0])).Select(static action => action.Title)];
    }

    /// <summary>The solution after fix-all, as editors and the formatting tool apply it, of the first action that is offered for the first diagnostic.</summary>
    public static Task<Solution> FixAllAsync<TFix>(string id, FixAllScope scope, params IReadOnlyList<FlagProject> flagProjects)
        where TFix : CodeFixProvider, new() =>
        FixAllAsync<TFix>(id, scope, 0, flagProjects);

    /// <summary>As above, for another action than the first.</summary>
    public static async Task<Solution> FixAllAsync<TFix>(string id, FixAllScope scope, int index, params IReadOnlyList<FlagProject> flagProjects)
        where TFix : CodeFixProvider, new()
    {
        TFix fix = new();
        Solution solution = FlagProject.CreateSolution(flagProjects);
        List<Diagnostic> diagnostics = [];
        foreach (Project project in solution.Projects)
        {
            diagnostics.AddRange(await project.AnalyzeAsync(id));
        }

        Document document = solution.GetDocument(diagnostics[0].Location.SourceTree)!;
        CodeAction first = (await OfferAsync(document.Project, fix, diagnostics[0]))[index];
        first.EquivalenceKey.ShouldNotBeNull();
        FixAllProvider provider = fix.GetFixAllProvider().ShouldNotBeNull();
        new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution }.ShouldBeSubsetOf(provider.GetSupportedFixAllScopes());
        FixAllContext context = new(document, fix, scope, first.EquivalenceKey, [id], new KnownDiagnostics(diagnostics), TestContext.Current.CancellationToken);
        CodeAction all = (await provider.GetFixAsync(context)).ShouldNotBeNull();
        return await ApplyAsync(solution, all);
    }

    /// <summary>The text of a project's only source.</summary>
    public static async Task<string> SourceAsync(Project project) => (await project.Documents.Single().GetTextAsync()).ToString();

    /// <summary>The text of a project's manifest.</summary>
    public static async Task<string> ManifestAsync(Project project) => (await project.AdditionalDocuments.Single().GetTextAsync()).ToString();

    private static async Task<Solution> ApplyAsync(Solution solution, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(solution, new Progress<CodeAnalysisProgress>(), TestContext.Current.CancellationToken);
        return operations.OfType<ApplyChangesOperation>().ShouldHaveSingleItem().ChangedSolution;
    }

    /// <summary>Diagnostics as a fix of all of them is given them.</summary>
    public sealed class KnownDiagnostics(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Of(project, static _ => true));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(Of(document.Project, other => other.Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        private IEnumerable<Diagnostic> Of(Project project, Func<Document, bool> isWanted) =>
            diagnostics.Where(diagnostic => project.GetDocument(diagnostic.Location.SourceTree) is { } document && isWanted(document));
    }
}
