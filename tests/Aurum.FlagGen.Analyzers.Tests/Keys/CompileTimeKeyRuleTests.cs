using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Keys;

namespace Aurum.FlagGen.Analyzers.Tests.Keys;

public sealed class CompileTimeKeyRuleTests
{
    private const string Manifest = """
        {
          "namespace": "Acme",
          "flags": {
            "search.fuzzy": { "evaluation": "compile_time", "owner": "team-search", "default_value": true },
            "search.deep": { "evaluation": "compile_time", "emit": "switch", "default_value": true },
            "search.wide": { "evaluation": "compile_time", "emit": "const", "default_value": true },
            "new_nav": { "status": "enabled", "default_value": true }
          }
        }
        """;

    [Fact]
    public async Task Read_ByTheKeyOfACompileTimeFlag_IsReportedAtTheKey() =>
        (await RuleTest.ReportsAsync(DiagnosticIds.CompileTimeKey, """
            using System.Threading.Tasks;
            using Aurum.FlagGen;
            internal static class Reads
            {
                public static async Task<object?> All(FlagEngine engine, FeatureFlagManager manager)
                {
                    _ = engine.IsEnabled([|"search.fuzzy"|]);
                    _ = engine.GetBooleanValue([|"search.deep"|], false);
                    _ = engine.Explain([|Acme.FeatureKeys.SearchWide|]);
                    return await manager.IsEnabledAsync([|"search.fuzzy"|]);
                }
            }
            """, Manifest))[0]
            .ShouldBe("Flag 'search.fuzzy' (owner: team-search) is decided by the build, of which 'IsEnabled' knows nothing; read it with 'Features.Search.Fuzzy.IsEnabled'");

    [Fact]
    public async Task Code_ThatDoesNotAskTheEngineForIt_IsPassedOver() =>
        await RuleTest.ReportsAsync(DiagnosticIds.CompileTimeKey, """
            using System.Threading.Tasks;
            using Acme;
            using Aurum.FlagGen;
            internal static class Others
            {
                public static async Task All(FlagEngine engine, FeatureFlagManager manager, string key)
                {
                    _ = Features.Search.Fuzzy.IsEnabled();
                    _ = engine.GetFeatures().Search.Deep.IsEnabled(null);
                    _ = engine.IsEnabled("new_nav");
                    _ = engine.IsEnabled(key);
                    _ = engine.GetIntegerDetails("search.fuzzy", 0);
                    _ = await manager.GetFlagAsync("search.fuzzy");
                    _ = FeatureKeys.SearchFuzzy;
                }
            }
            """, Manifest);

    [Theory]
    [InlineData("bool Read(FlagEngine engine, FlagContext user) => engine.IsEnabled(\"search.fuzzy\", user);", "bool Read(FlagEngine engine, FlagContext user) => engine.GetFeatures().Search.Fuzzy.IsEnabled(user);")]
    [InlineData("bool Read() => FlagEngine.Default.GetBooleanDetails(\"search.wide\", false).Value;", "bool Read() => Features.Search.Wide.IsEnabled();")]
    public async Task Read_ByKey_BecomesTheMember(string before, string after) =>
        (await FixTest.FixAsync<KeyInPlaceOfAccessorFix>(DiagnosticIds.CompileTimeKey, InClass(before), Manifest)).ShouldBe(InClass(after));

    [Theory]
    [InlineData("FlagExplanation Read(FlagEngine engine) => engine.Explain(\"search.fuzzy\");")]
    [InlineData("FlagEvaluation<bool> Read(FlagEngine engine) => engine.GetBooleanDetails(\"search.fuzzy\", true);")]
    [InlineData("void Read(FlagEngine engine) => engine.Track(\"search.fuzzy\", null, \"seen\");")]
    public async Task Read_ForWhichTheMemberHasNoCounterpart_IsLeft(string member) =>
        (await FixTest.TitlesAsync<KeyInPlaceOfAccessorFix>(DiagnosticIds.CompileTimeKey, new FlagProject(InClass(member)) { Manifest = Manifest })).ShouldBeEmpty();

    private static string InClass(string member) => $$"""
        using Acme;
        using Aurum.FlagGen;
        class Use
        {
            static {{member}}
        }
        """;
}
