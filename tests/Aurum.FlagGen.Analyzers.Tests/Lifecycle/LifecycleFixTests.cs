using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Lifecycle;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.Analyzers.Tests.Lifecycle;

public sealed class LifecycleFixTests
{
    private const string Source = """
        internal static class Use
        {
            public static bool Read() => Acme.Features.Old.IsEnabled() && Acme.Features.Old.IsEnabled();
        }
        """;

    private static readonly Dictionary<string, string> Today = new() { ["FlagGenToday"] = "2026-11-22" };

    [Fact]
    public async Task Date_OfAnExpiredFlag_IsMovedByThreeMonths()
    {
        const string manifest = "{\r\n  \"namespace\": \"Acme\",\r\n  \"flags\": {\r\n    \"old\": {\r\n      \"status\": \"enabled\", // On.\r\n      \"expires\": \"2026-03-31\", \"default_value\": true\r\n    }\r\n  }\r\n}";

        (await FixedManifestAsync(manifest, 0)).ShouldBe(manifest.Replace("2026-03-31", "2027-02-20", StringComparison.Ordinal));
        (await FixTest.TitlesAsync<ExpiredFlagFix>(DiagnosticIds.ExpiredFlag, Project(manifest))).ShouldBe(["Move the expiry of 'old' to 2027-02-20", "Retire 'old', keeping what it gives by default"]);
    }

    /// <summary>What is kept is what the flag gives where neither a rule nor a test decides.</summary>
    [Theory]
    [InlineData("\"status\": \"enabled\", \"default_value\": true", "true")]
    [InlineData("\"status\": \"enabled\"", "false")]
    [InlineData("\"status\": \"disabled\", \"default_value\": true", "false")]
    [InlineData("\"status\": \"conditional\", \"default_value\": true, \"off_value\": true", "true")]
    [InlineData("\"type\": \"integer\", \"status\": \"disabled\", \"default_value\": 5", "5")]
    [InlineData("\"type\": \"integer\", \"status\": \"disabled\", \"default_value\": 5, \"off_value\": 1", "1")]
    [InlineData("\"type\": \"variant\", \"variants\": [\"a\", \"b\"], \"status\": \"enabled\", \"default_value\": \"b\", \"off_value\": \"a\"", "\"b\"")]
    public async Task Flag_ThatIsExpired_IsRetiredWithWhatItGives(string members, string kept)
    {
        string manifest = $$"""{ "namespace": "Acme", "flags": { "old": { {{members}}, "expires": "2026-03-31" } } }""";

        (await FixedManifestAsync(manifest, 1)).ShouldBe($$"""{ "namespace": "Acme", "flags": { "old": { {{members}}, "expires": "2026-03-31", "lifecycle": "retired", "keep": {{kept}} } } }""");
    }

    [Fact]
    public async Task Flag_ThatIsMarkedActive_IsRetiredInItsPlace() =>
        (await FixedManifestAsync("""{ "namespace": "Acme", "flags": { "old": { "lifecycle": "active", "expires": "2026-03-31" } } }""", 1))
            .ShouldBe("""{ "namespace": "Acme", "flags": { "old": { "lifecycle": "retired", "expires": "2026-03-31", "keep": false } } }""");

    [Fact]
    public async Task All_InASolution_AreMovedInEveryProjectThatSharesTheManifest()
    {
        const string manifest = """{ "namespace": "Acme", "flags": { "old": { "expires": "2026-03-31" }, "older": { "expires": "2025-03-31" } } }""";
        const string other = "internal static class Other { public static bool Read() => Acme.Features.Older.IsEnabled(); }";

        Solution solution = await FixTest.FixAllAsync<ExpiredFlagFix>(
            DiagnosticIds.ExpiredFlag, FixAllScope.Solution,
            new FlagProject(Source) { Name = "Owner", Manifest = manifest, Properties = Today },
            new FlagProject(other) { Name = "Sharer", Manifest = manifest, OwnsManifest = false, RefersTo = "Owner", Properties = Today });

        foreach (Project project in solution.Projects)
        {
            (await FixTest.ManifestAsync(project)).ShouldBe(manifest.Replace("2026-03-31", "2027-02-20", StringComparison.Ordinal).Replace("2025-03-31", "2027-02-20", StringComparison.Ordinal));
            (await project.AnalyzeAsync(DiagnosticIds.ExpiredFlag)).ShouldBeEmpty();
        }
    }

    private static FlagProject Project(string manifest) => new("internal static class Use { public static object Read() => Acme.Features.Old; }") { Manifest = manifest, Properties = Today };

    private static async Task<string> FixedManifestAsync(string manifest, int index) =>
        await FixTest.ManifestAsync(await FixTest.FixAsync<ExpiredFlagFix>(DiagnosticIds.ExpiredFlag, Project(manifest), index));
}
