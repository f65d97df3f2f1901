using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.Analyzers.Tests.Keys;

public sealed class UndeclaredKeyFixTests
{
    private const string Source = """
        using Aurum.FlagGen;
        internal static class Use
        {
            public static bool Nav(FlagEngine engine) => engine.IsEnabled("new_naw") && engine.GetIntegerDetails("search.paje_size", 0).Value > engine.GetIntegerDetails("items", 1).Value;
        }
        """;

    [Fact]
    public async Task Nearest_OfALiteral_TakesItsPlace() =>
        (await FixTest.FixAsync<UndeclaredKeyFix>(DiagnosticIds.UndeclaredKey, Source)).ShouldBe(Source.Replace("new_naw", "new_nav", StringComparison.Ordinal));

    [Fact]
    public async Task Nearest_OfWhatIsNoLiteral_LeavesTheDeclarationAlone() =>
        (await FixTest.TitlesAsync<UndeclaredKeyFix>(DiagnosticIds.UndeclaredKey, new FlagProject("""
            using Aurum.FlagGen;
            internal static class Use
            {
                private const string Key = "new_naw";
                public static bool Nav(FlagEngine engine) => engine.IsEnabled(Key);
            }
            """))).ShouldBe(["Declare 'new_naw' in flags.json"]);

    [Fact]
    public async Task Key_ThatIsNearToAnother_IsOfferedForDeclarationToo() =>
        (await FixTest.TitlesAsync<UndeclaredKeyFix>(DiagnosticIds.UndeclaredKey, new FlagProject(Source))).ShouldBe(["Change to 'new_nav'", "Declare 'new_naw' in flags.json"]);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Nearest_OfAll_ChangesWhatTheScopeHolds(FixAllScope scope)
    {
        string other = Source.Replace("class Use", "class Other", StringComparison.Ordinal);
        Solution solution = await FixTest.FixAllAsync<UndeclaredKeyFix>(
            DiagnosticIds.UndeclaredKey, scope, new FlagProject(Source, other) { Name = "First" }, new FlagProject(Source) { Name = "Second" });

        string[] texts = [.. solution.Projects.SelectMany(static project => project.Documents).Select(static document => document.GetTextAsync().Result.ToString())];
        texts.Select(static text => text.Contains("\"new_nav\"", StringComparison.Ordinal) && text.Contains("\"search.page_size\"", StringComparison.Ordinal))
            .ShouldBe([true, scope != FixAllScope.Document, scope == FixAllScope.Solution]);
    }

    [Fact]
    public async Task Declaration_OfAKey_IsWrittenAfterTheOthers()
    {
        Project project = await FixTest.FixAsync<UndeclaredKeyFix>(DiagnosticIds.UndeclaredKey, new FlagProject("""
            using Aurum.FlagGen;
            internal static class Use
            {
                public static int Items(FlagEngine engine) => engine.GetIntegerDetails("items.most", 1).Value;
            }
            """));

        (await FixTest.ManifestAsync(project)).ShouldBe(FlagProject.EveryType.Replace(
            """
            "default_value": { "a": 1 } }

            """,
            """
            "default_value": { "a": 1 } },
                "items.most": { "type": "integer", "status": "disabled", "default_value": 0 }

            """, StringComparison.Ordinal));
        (await project.AnalyzeAsync(DiagnosticIds.UndeclaredKey)).ShouldBeEmpty();
    }

    /// <summary>Comments, order, indentation and line ends are the author's.</summary>
    [Theory]
    [InlineData(
        "{\r\n\t// All of them.\r\n\t\"flags\": {\r\n\t\t\"a\": { }, // The first.\r\n\t}\r\n}\r\n",
        "{\r\n\t// All of them.\r\n\t\"flags\": {\r\n\t\t\"a\": { }, // The first.\r\n\t\t\"items\": { \"status\": \"disabled\", \"default_value\": false },\r\n\t}\r\n}\r\n")]
    [InlineData("{}", """{"flags":{"items":{"status":"disabled","default_value":false}}}""")]
    [InlineData("""{ "flags": { "a": {} } }""", """{ "flags": { "a": {}, "items": { "status": "disabled", "default_value": false } } }""")]
    [InlineData("{\n    \"flags\": {\n    }\n}\n", "{\n    \"flags\": {\n        \"items\": { \"status\": \"disabled\", \"default_value\": false }\n    }\n}\n")]
    public async Task Declaration_OfAKey_LeavesTheRestAsItIs(string manifest, string changed)
    {
        Project project = await FixTest.FixAsync<UndeclaredKeyFix>(DiagnosticIds.UndeclaredKey, new FlagProject("""
            using Aurum.FlagGen;
            internal static class Use
            {
                public static bool Items(FlagEngine engine) => engine.IsEnabled("items");
            }
            """) { Manifest = manifest });

        (await FixTest.ManifestAsync(project)).ShouldBe(changed);
    }

    [Fact]
    public async Task Declaration_WhereSeveralFilesHaveTheName_IsWrittenIntoTheNearestToTheRoot()
    {
        Project project = await FixTest.FixAsync<UndeclaredKeyFix>(DiagnosticIds.UndeclaredKey, new FlagProject("""
            using Aurum.FlagGen;
            internal static class Use
            {
                public static bool Items(FlagEngine engine) => engine.IsEnabled("items");
            }
            """) { MoreManifests = new Dictionary<string, string> { ["Shared/flags.json"] = """{ "namespace": "Acme.Shared", "flags": {} }""" } });

        TextDocument changed = project.AdditionalDocuments.Single(static file => file.Name == "flags.json");
        (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString().ShouldContain("\"items\"");
    }

    [Fact]
    public async Task Declaration_OfATextThatCanBeNoKey_IsNotOffered() =>
        (await FixTest.TitlesAsync<UndeclaredKeyFix>(DiagnosticIds.UndeclaredKey, new FlagProject("""
            using Aurum.FlagGen;
            internal static class Use
            {
                public static bool Items(FlagEngine engine) => engine.IsEnabled("how many?");
            }
            """))).ShouldBeEmpty();

    /// <summary>As the formatting tool does it: the first proposal for each.</summary>
    [Fact]
    public async Task All_ByTheFirstProposal_AreCorrectedWhereTheyAreNear_AndDeclaredOnceWhereNot()
    {
        Solution solution = await FixTest.FixAllAsync<UndeclaredKeyFix>(
            DiagnosticIds.UndeclaredKey, FixAllScope.Solution, new FlagProject(Source) { Name = "Owner" }, new FlagProject(Source) { Name = "Sharer", OwnsManifest = false, RefersTo = "Owner" });

        foreach (Project project in solution.Projects)
        {
            (await FixTest.SourceAsync(project)).ShouldBe(Source.Replace("new_naw", "new_nav", StringComparison.Ordinal).Replace("paje", "page", StringComparison.Ordinal));
            (await FixTest.ManifestAsync(project)).Split('\n').TakeLast(3).ShouldBe(["    \"items\": { \"type\": \"integer\", \"status\": \"disabled\", \"default_value\": 0 }", "  }", "}"]);
            (await project.AnalyzeAsync(DiagnosticIds.UndeclaredKey)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task All_ByDeclaration_AreDeclared()
    {
        Solution solution = await FixTest.FixAllAsync<UndeclaredKeyFix>(DiagnosticIds.UndeclaredKey, FixAllScope.Project, 1, new FlagProject(Source));

        (await FixTest.SourceAsync(solution.Projects.Single())).ShouldBe(Source);
        (await solution.Projects.Single().AnalyzeAsync(DiagnosticIds.UndeclaredKey)).ShouldBeEmpty();
    }
}
