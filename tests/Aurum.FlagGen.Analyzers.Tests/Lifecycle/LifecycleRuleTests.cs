using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;

namespace Aurum.FlagGen.Analyzers.Tests.Lifecycle;

/// <summary>AFG2006 and AFG2007: flags whose time is over.</summary>
public sealed class LifecycleRuleTests
{
    private const string Manifest = """
        {
          "namespace": "Acme",
          "flags": {
            "banner": { "type": "string", "status": "enabled", "default_value": "Hello", "owner": "team-ui", "lifecycle": "retired", "keep": "Bye", "expires": "2026-01-31" },
            "banner.old": { "status": "enabled", "default_value": true, "expires": "2026-03-31", "owner": "team-shop" },
            "banner.new": { "status": "enabled", "default_value": true, "expires": "2026-04-01" },
            "banner.kept": { "status": "enabled", "default_value": true, "permanent": true }
          }
        }
        """;

    [Theory]
    [InlineData("""
        using Acme;
        using Aurum.FlagGen;
        [System.AttributeUsage(System.AttributeTargets.All)]
        internal sealed class GateAttribute(string key) : System.Attribute
        {
            public string Key => key;
        }
        [Gate(FeatureKeys.[|Banner|])]
        internal sealed class Use(IFeatures features)
        {
            public static string Static() => Features.[|Banner|].Evaluate().Value;
            public bool Injected() => features.[|Banner|].IsEnabled() && features.Banner.New.IsEnabled();
            public static bool ByKey(FlagEngine engine) => engine.IsEnabled([|FeatureKeys.Banner|]) && engine.IsEnabled([|"banner"|]);
            public static BannerFeatures? Group(IFeatures? maybe) => maybe?.[|Banner|];
            public static void Manage(FeatureFlagManager manager) => _ = manager.DeleteFlagAsync("banner", "me");
        }
        """)]
    public async Task Retired_WhereverItIsUsed_IsReported(string source) =>
        (await RuleTest.ReportsAsync(DiagnosticIds.RetiredFlag, source, Manifest)).ShouldAllBe(static message =>
            message == "Flag 'banner' (owner: team-ui) is retired and gives \"Bye\" for everybody; write that in place of the read, and take the flag out of flags.json after its last use");

    [Fact]
    public async Task Expired_WhereverItIsUsed_IsReportedWithOwnerAndDays() =>
        (await ExpiredAsync("2026-04-01", null, """
            using Acme;
            using Aurum.FlagGen;
            internal static class Use
            {
                public static bool All(FlagEngine engine) => Features.Banner.[|Old|].IsEnabled() && engine.IsEnabled([|"banner.old"|]) && Features.Banner.New.IsEnabled() && Features.Banner.Kept.IsEnabled() && Features.Banner.IsEnabled();
            }
            """)).ShouldBe(Enumerable.Repeat("Flag 'banner.old' (owner: team-shop) expired on 2026-03-31, 1 day ago; take it out, move its 'expires' date, or mark it as retired", 2));

    [Theory]
    [InlineData("2026-03-31", null)]
    [InlineData("2026-04-01", "1")]
    [InlineData("2026-06-29", "90")]
    [InlineData("today", null)]
    [InlineData(null, null)]
    public async Task Expired_NotYetOrOnADayThatIsNotKnown_IsPassedOver(string? today, string? graceDays) =>
        await ExpiredAsync(today, graceDays, """
            internal static class Use
            {
                public static bool Old() => Acme.Features.Banner.Old.IsEnabled();
            }
            """);

    [Theory]
    [InlineData("90", 91)]
    [InlineData("nonsense", 91)]
    [InlineData("-5", 91)]
    public async Task Expired_PastTheGrace_IsReportedWithAllDays(string graceDays, int days) =>
        (await ExpiredAsync("2026-06-30", graceDays, """
            internal static class Use
            {
                public static bool Old() => Acme.Features.Banner.[|Old|].IsEnabled();
            }
            """)).ShouldHaveSingleItem().ShouldContain($"expired on 2026-03-31, {days} days ago");

    private static Task<IReadOnlyList<string>> ExpiredAsync(string? today, string? graceDays, string source)
    {
        Dictionary<string, string> properties = [];
        if (today is not null)
        {
            properties.Add("FlagGenToday", today);
        }

        if (graceDays is not null)
        {
            properties.Add("FlagGenExpiryGraceDays", graceDays);
        }

        return RuleTest.ReportsAsync(DiagnosticIds.ExpiredFlag, new MarkedText(source), text => new FlagProject(text) { Manifest = Manifest, Properties = properties });
    }
}
