using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;

namespace Aurum.FlagGen.Analyzers.Tests.Reads;

public sealed class MissingContextRuleTests
{
    private const string Manifest = """
        {
          "namespace": "Acme",
          "segments": { "staff": { "conditions": { "user.role": "staff" } } },
          "flags": {
            "plain": { "status": "enabled", "default_value": true },
            "windowed": { "status": "conditional", "rules": [{ "name": "r", "active_from": "2027-01-01", "user_segments": ["all_users", "staff"], "rollout_percentage": 100 }] },
            "retired": { "lifecycle": "retired", "keep": true, "rules": [{ "name": "r", "rollout_percentage": 5 }] },
            "decided": { "evaluation": "compile_time", "default_value": true },
            "by_role": { "owner": "team-ui", "status": "conditional", "rules": [{ "name": "r", "conditions": { "user.role": "admin" } }] },
            "by_segment": { "status": "conditional", "rules": [{ "name": "r", "user_segments": ["staff"] }] },
            "by_share": { "status": "conditional", "bucket_by": "tenant_id", "rules": [{ "name": "r", "rollout_percentage": 50 }] },
            "by_plan": { "status": "conditional", "rules": [{ "name": "r", "rollout_plan": { "strategy": "percentage", "percentage": 50 } }] },
            "by_second_rule": {
              "status": "conditional",
              "rules": [{ "name": "a", "active_until": "2027-01-01" }, { "name": "b", "rollout_percentage": 5, "bucket_by": "device_id" }]
            },
            "test": { "type": "variant", "status": "enabled", "default_value": "a", "ab_test": { "control_variant": "a", "variants": { "a": 50, "b": 50 } } }
          }
        }
        """;

    [Fact]
    public async Task Read_OfAFlagThatDecidesByTheContext_IsReportedAtTheFlag()
    {
        IReadOnlyList<string> messages = await ReportsAsync("""
            using Acme;
            using Aurum.FlagGen;
            internal static class Program
            {
                public static void Main()
                {
                    _ = Features.[|ByRole|].IsEnabled();
                    _ = Features.[|BySegment|].IsEnabled(null);
                    _ = Features.[|ByShare|].Evaluate();
                    _ = Features.[|ByPlan|].IsEnabled(context: default);
                    _ = FlagEngine.Default.GetFeatures().[|BySecondRule|].Explain();
                    _ = Features.[|Test|].GetVariant();
                    _ = FlagEngine.Default.IsEnabled([|"by_role"|]);
                    Features.[|Test|].Track(null, "seen");
                }
            }
            """);

        messages[0].ShouldBe("Flag 'by_role' (owner: team-ui) decides by the attribute 'user.role', but 'IsEnabled' is given no context and nothing in the project sets an ambient one; pass a context, or set one with 'FlagContext.Use'");
        messages.Select(static message => message[(message.IndexOf(" decides by ", StringComparison.Ordinal) + 12)..message.IndexOf(", but", StringComparison.Ordinal)]).ShouldBe(
        [
            "the attribute 'user.role'", "the segment 'staff'", "the attribute 'tenant_id'", "the attribute 'user_id'", "the attribute 'device_id'", "the attribute 'user_id'", "the attribute 'user.role'", "the attribute 'user_id'",
        ]);
    }

    [Fact]
    public async Task Read_ThatNeedsNoContextOrHasOne_IsPassedOver() =>
        await ReportsAsync("""
            using Acme;
            using Aurum.FlagGen;
            internal static class Program
            {
                public static void Main()
                {
                    FeatureContext user = new() { UserId = "u" };
                    _ = Features.Plain.IsEnabled();
                    _ = Features.Windowed.IsEnabled();
                    _ = Features.Retired.IsEnabled();
                    _ = Features.Decided.IsEnabled();
                    _ = Features.ByRole.IsEnabled(user);
                    _ = Features.ByRole.Key;
                    _ = FeatureKeys.ByRole;
                    _ = FlagEngine.Default.IsEnabled("by_role", user);
                }
            }
            """);

    [Theory]
    [InlineData("using (FlagContext.Use(new FeatureContext())) { Read(); }")]
    [InlineData("using (Aurum.FlagGen.FlagContext.Use(FlagContext.Empty)) { Read(); }")]
    [InlineData("using (FeatureContext.Use(() => new FeatureContext())) { Read(); }")]
    [InlineData("System.Func<FlagContext, FlagContextScope> open = FlagContext.Use; open(FlagContext.Empty);")]
    public async Task Program_ThatSetsAnAmbientContext_IsPassedOver(string statement) => await ReportsAsync(ProgramWith(statement, "ByRole"));

    [Fact]
    public async Task Program_WithAnotherMethodOfThatName_IsReported() => await ReportsAsync(ProgramWith("var app = new App(); app.Use(1);", "[|ByRole|]"));

    [Fact]
    public async Task Library_WhichMayRunWhereOneIsSet_IsPassedOver() =>
        await RuleTest.ReportsAsync(DiagnosticIds.MissingContext, ProgramWith("", "ByRole"), Manifest);

    private static string ProgramWith(string statement, string flag) => $$"""
        using Acme;
        using Aurum.FlagGen;
        internal sealed class App
        {
            public void Use(int i) { }
        }
        internal static class Program
        {
            public static void Main() { {{statement}} }
            private static bool Read() => Features.{{flag}}.IsEnabled();
        }
        """;

    private static Task<IReadOnlyList<string>> ReportsAsync(string markedSource) =>
        RuleTest.ReportsAsync(DiagnosticIds.MissingContext, new MarkedText(markedSource), static source => new FlagProject(source) { Manifest = Manifest, IsProgram = true });
}
