using System.Globalization;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Analyzers.Tests.Lifecycle;

/// <summary>AFG1101 to AFG1103: advice on flags that nobody uses, owns or ends, or whose names are negated.</summary>
public sealed class FlagUpkeepAnalyzerTests
{
    private const string Kept = "\"owner\": \"team-ui\", \"permanent\": true";

    [Theory]
    [InlineData("", "no owner and no end; add an 'owner', and 'expires' or \"permanent\": true")]
    [InlineData("\"owner\": \"team-ui\"", "no end; add 'expires' or \"permanent\": true")]
    [InlineData("\"expires\": \"2027-01-31\"", "no owner; add an 'owner'")]
    [InlineData("\"owner\": \"team-ui\", \"permanent\": false", "no end; add 'expires' or \"permanent\": true")]
    public async Task Upkeep_Missing_IsReportedAtTheKey(string members, string expected)
    {
        Diagnostic found = (await AnalyzeAsync(DiagnosticIds.NoUpkeep, Flag("new_nav", members))).ShouldHaveSingleItem();

        found.GetMessage(CultureInfo.InvariantCulture).ShouldBe($"Flag 'new_nav' has {expected}, so that somebody takes it out when it has done its work");
        found.Location.GetLineSpan().StartLinePosition.ShouldBe(new(0, 38));
    }

    [Theory]
    [InlineData(Kept)]
    [InlineData("\"owner\": \"team-ui\", \"expires\": \"2020-01-31\"")]
    [InlineData("\"owner\": \"team-ui\", \"lifecycle\": \"retired\", \"keep\": true")]
    public async Task Upkeep_Settled_IsPassedOver(string members) => (await AnalyzeAsync(DiagnosticIds.NoUpkeep, Flag("new_nav", members))).ShouldBeEmpty();

    [Theory]
    [InlineData("no_ads", "ads")]
    [InlineData("checkout.disable_coupons", "checkout.coupons")]
    [InlineData("without-banner", "banner")]
    [InlineData("no.not_now", "no.now")]
    public async Task Name_Negated_IsReportedWithThePositiveOne(string key, string positive) =>
        (await AnalyzeAsync(DiagnosticIds.NegatedName, Flag(key, Kept))).ShouldHaveSingleItem().GetMessage(CultureInfo.InvariantCulture)
            .ShouldBe($"Flag '{key}' is named after what it turns off, so code reads as a double negation; name it '{positive}' and turn its values round");

    [Theory]
    [InlineData("notifications")]
    [InlineData("no")]
    [InlineData("nordic_design")]
    [InlineData("disabled_")]
    [InlineData("new_no_ads")]
    [InlineData("no.ads")]
    public async Task Name_NotNegated_IsPassedOver(string key) => (await AnalyzeAsync(DiagnosticIds.NegatedName, Flag(key, Kept))).ShouldBeEmpty();

    [Fact]
    public async Task Flag_ThatNothingUses_IsReportedAtItsKey()
    {
        Diagnostic found = (await AnalyzeAsync(DiagnosticIds.UnusedFlag, Flag("new_nav", Kept))).ShouldHaveSingleItem();

        found.GetMessage(CultureInfo.InvariantCulture).ShouldBe("Nothing in this project uses the flag 'new_nav' (owner: team-ui); use Features.NewNav, or take the flag out of flags.json");
        found.Location.GetLineSpan().Path.ShouldBe(FlagProject.ManifestPath);
        found.Location.GetLineSpan().StartLinePosition.ShouldBe(new(0, 38));
    }

    [Theory]
    [InlineData("internal static class Use { public static bool On() => Acme.Features.NewNav.IsEnabled(); }")]
    [InlineData("internal static class Use { public static bool On(Acme.IFeatures features) => features.NewNav.IsEnabled(); }")]
    [InlineData("internal static class Use { public static bool On(Aurum.FlagGen.FlagEngine engine) => engine.IsEnabled(\"new_nav\"); }")]
    [InlineData("internal static class Use { public const string Key = Acme.FeatureKeys.NewNav; }")]
    public async Task Flag_UsedAnyWay_IsPassedOver(string source) => (await AnalyzeAsync(DiagnosticIds.UnusedFlag, Flag("new_nav", Kept), source)).ShouldBeEmpty();

    [Theory]
    [InlineData("\"client_visible\": true")]
    [InlineData("\"evaluation\": \"compile_time\", \"emit\": \"const\"")]
    public async Task Flag_UsedWhereItIsNotSeen_IsPassedOver(string members) =>
        (await AnalyzeAsync(DiagnosticIds.UnusedFlag, Flag("new_nav", Kept + ", " + members))).ShouldBeEmpty();

    [Theory]
    [InlineData("\"required_flags\": [\"base\"]")]
    [InlineData("\"excluded_flags\": [\"base\"]")]
    [InlineData("\"rollout_plan\": { \"strategy\": \"targeted\", \"percentage\": 10, \"required_flags\": [\"base\"] }")]
    public async Task Flag_ThatAnotherRequires_IsPassedOver(string members) => (await AnalyzeAsync(
        DiagnosticIds.UnusedFlag,
        $$"""
        { "namespace": "Acme", "flags": { "base": { {{Kept}} }, "top": { {{Kept}}, "status": "enabled", "rules": [ { "name": "r", {{members}} } ] } } }
        """,
        "internal static class Use { public static bool On() => Acme.Features.Top.IsEnabled(); }")).ShouldBeEmpty();

    [Fact]
    public async Task Manifest_OfAnotherProject_IsThatProjects()
    {
        FlagProject[] projects =
        [
            new("internal static class Own;") { Manifest = Flag("no_nav", "") },
            new("internal static class Other;") { Name = "Web", RefersTo = "Shop", OwnsManifest = false, Manifest = Flag("no_nav", "") },
        ];
        Project web = FlagProject.CreateSolution(projects).Projects.Single(static project => project.Name == "Web");

        (await web.AnalyzeAsync()).ShouldBeEmpty();
    }

    private static string Flag(string key, string members) => $$"""{ "namespace": "Acme", "flags": {     "{{key}}": { {{members}} } } }""";

    private static Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string id, string manifest, string source = "internal static class Use;") =>
        new FlagProject(source) { Manifest = manifest }.Create().AnalyzeAsync(id);
}
