using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.Analyzers.Tests.Reads;

/// <summary>AFG3002.</summary>
public sealed class BlockedEvaluationTests
{
    [Theory]
    [InlineData("bool Do(FeatureFlagManager manager) => manager.IsEnabledAsync(\"new_nav\").[|Result|];")]
    [InlineData("bool Do(FeatureFlagManager manager) => (manager.IsEnabledAsync(\"new_nav\")).AsTask().[|Result|];")]
    [InlineData("bool Do(FeatureFlagManager manager) => manager.IsEnabledAsync(\"new_nav\").GetAwaiter().[|GetResult|]();")]
    [InlineData("string? Do(FeatureFlagManager manager, string key) => manager.GetVariantAsync(key).ConfigureAwait(false).GetAwaiter().[|GetResult|]();")]
    [InlineData("void Do(FeatureFlagManager manager) => manager.ExplainAsync(\"new_nav\").AsTask().[|Wait|]();")]
    public async Task Evaluation_ThatBlocks_IsReportedWhereItDoes(string member) =>
        (await RuleTest.ReportsAsync(DiagnosticIds.BlockedEvaluation, InClass(member))).ShouldHaveSingleItem().ShouldContain("blocks a thread until");

    [Fact]
    public async Task Message_OfABlockingCall_NamesTheMember() =>
        (await RuleTest.ReportsAsync(DiagnosticIds.BlockedEvaluation, InClass("bool Do(FeatureFlagManager manager) => manager.IsEnabledAsync(\"new_nav\").[|Result|];"))).ShouldBe(
            ["'Result' blocks a thread until 'IsEnabledAsync' is done; ask 'Features.NewNav', which answers at once, or await"]);

    [Theory]
    [InlineData("async Task<bool> Do(FeatureFlagManager manager) => await manager.IsEnabledAsync(\"new_nav\");")]
    [InlineData("ValueTask<bool> Do(FeatureFlagManager manager) => manager.IsEnabledAsync(\"new_nav\");")]
    [InlineData("FeatureFlag? Do(FeatureFlagManager manager) => manager.GetFlagAsync(\"new_nav\").AsTask().Result;")]
    [InlineData("bool Do(FlagEngine engine) => engine.GetBooleanDetails(\"new_nav\", false).Value;")]
    [InlineData("int Do(Task<int> task) => task.Result;")]
    [InlineData("bool Do(FeatureFlagManager manager) => manager.IsEnabledAsync(\"new_nav\").IsCompleted;")]
    public async Task Call_ThatDoesNotBlockOrIsNoEvaluation_IsPassedOver(string member) => await RuleTest.ReportsAsync(DiagnosticIds.BlockedEvaluation, InClass(member));

    [Theory]
    [InlineData("bool Do(FeatureFlagManager manager, FlagContext user) => !manager.IsEnabledAsync(\"new_nav\", user).Result;", "bool Do(FeatureFlagManager manager, FlagContext user) => !manager.Engine.GetFeatures().NewNav.IsEnabled(user);")]
    [InlineData("bool Do(FeatureFlagManager manager) => manager.IsEnabledAsync(FeatureKeys.NewNav).ConfigureAwait(false).GetAwaiter().GetResult();", "bool Do(FeatureFlagManager manager) => manager.Engine.GetFeatures().NewNav.IsEnabled();")]
    [InlineData("bool Do(FeatureFlagManager manager, string key) => manager.IsEnabledAsync(key).AsTask().Result;", "bool Do(FeatureFlagManager manager, string key) => manager.Engine.IsEnabled(key);")]
    [InlineData("string? Do(FeatureFlagManager manager, FlagContext user) => manager.GetVariantAsync(\"checkout.flow\", context: user).Result;", "string? Do(FeatureFlagManager manager, FlagContext user) => manager.Engine.GetVariant(\"checkout.flow\", context: user);")]
    [InlineData("async Task<int> Do(FeatureFlagManager manager, string key) { await Task.Yield(); return manager.GetVariantAsync(key).Result!.Length; }", "async Task<int> Do(FeatureFlagManager manager, string key) { await Task.Yield(); return (await manager.GetVariantAsync(key))!.Length; }")]
    [InlineData("async Task<string?> Do(FeatureFlagManager manager, string key) { await Task.Yield(); return manager.GetVariantAsync(key).ConfigureAwait(false).GetAwaiter().GetResult(); }", "async Task<string?> Do(FeatureFlagManager manager, string key) { await Task.Yield(); return await manager.GetVariantAsync(key).ConfigureAwait(false); }")]
    [InlineData("async Task Do(FeatureFlagManager manager) { await Task.Yield(); manager.ExplainAsync(\"new_nav\").AsTask().Wait(); }", "async Task Do(FeatureFlagManager manager) { await Task.Yield(); await manager.ExplainAsync(\"new_nav\"); }")]
    public async Task Wait_OfAnEvaluation_IsTakenOut(string before, string after) =>
        (await FixTest.FixAsync<BlockedEvaluationFix>(DiagnosticIds.BlockedEvaluation, InClass(before))).ShouldBe(InClass(after));

    [Theory]
    [InlineData("void Do(FeatureFlagManager manager) => manager.ExplainAsync(\"new_nav\").AsTask().Wait();")]
    [InlineData("string? Do(FeatureFlagManager manager) => manager.GetVariantAsync(\"checkout.flow\", new Dictionary<string, object?>()).Result;")]
    public async Task Wait_ThatNothingCouldReplace_IsLeft(string member) =>
        (await FixTest.TitlesAsync<BlockedEvaluationFix>(DiagnosticIds.BlockedEvaluation, new FlagProject(InClass(member)))).ShouldBeEmpty();

    [Fact]
    public async Task All_InASolution_AreTakenOut()
    {
        Solution solution = await FixTest.FixAllAsync<BlockedEvaluationFix>(DiagnosticIds.BlockedEvaluation, FixAllScope.Solution,
            new FlagProject(InClass("bool Do(FeatureFlagManager manager, string key) => manager.IsEnabledAsync(key).Result && manager.IsEnabledAsync(\"new_nav\").Result;")));

        (await FixTest.SourceAsync(solution.Projects.Single())).ShouldBe(InClass("bool Do(FeatureFlagManager manager, string key) => manager.Engine.IsEnabled(key) && manager.Engine.GetFeatures().NewNav.IsEnabled();"));
    }

    private static string InClass(string member) => $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Acme;
        using Aurum.FlagGen;

        internal static class Use
        {
            public static {{member}}
        }
        """;
}
