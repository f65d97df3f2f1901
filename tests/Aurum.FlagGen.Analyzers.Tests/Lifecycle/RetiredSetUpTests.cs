using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Lifecycle;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Lifecycle;
using Aurum.FlagGen.Testing;
using Aurum.FlagGen.Testing.Xunit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.Analyzers.Tests.Lifecycle;

/// <summary>AFG4001.</summary>
public sealed class RetiredSetUpTests
{
    private const string Manifest = """
        {
          "namespace": "Acme",
          "flags": {
            "old": { "status": "enabled", "default_value": true, "owner": "team-ui", "lifecycle": "retired", "keep": true },
            "flow.old": { "type": "variant", "variants": ["a", "b"], "status": "enabled", "default_value": "a", "lifecycle": "retired", "keep": "a" },
            "kept": { "status": "enabled", "default_value": true }
          }
        }
        """;

    [Theory]
    [InlineData("void Do() { using (FlagOverrides.Set(Features.[|Old|], true)) { Act(); } using (FlagOverrides.Set(Features.Kept, true)) { Act(); } }")]
    [InlineData("void Do() { using IDisposable scope = FlagOverrides.Set([|\"old\"|], false); }")]
    [InlineData("void Do() { using IDisposable scope = new FlagOverrides { { Features.Flow.[|Old|], OldFlow.Value }, { Features.Kept, true }, { FeatureKeys.[|Old|], true } }.Open(); }")]
    [InlineData("void Do() => _ = FlagCombinations.Of(Features.[|Old|], Features.Kept);")]
    [InlineData("void Do() => _ = FlagCombinations.Of(FeatureKeys.Kept, FeatureKeys.[|Old|]);")]
    [InlineData("[FlagMatrix(FeatureKeys.[|Old|], [|\"flow.old\"|], FeatureKeys.Kept)] void Do() { }")]
    [InlineData("void Do() => _ = FlagTestEngine.FromDefinitions([new FeatureFlag { Key = [|\"old\"|] }, new FeatureFlag { Key = \"kept\" }]);")]
    [InlineData("void Do(IServiceCollection services) => services.UseTestFlags(new FeatureFlag { Key = [|\"old\"|] });")]
    public async Task SetUp_OfARetiredFlag_IsReported(string member) => await ReportsAsync(DiagnosticIds.RetiredSetUp, member);

    [Fact]
    public async Task Message_OfASetUp_NamesTheFlagAndItsOwner() =>
        (await ReportsAsync(DiagnosticIds.RetiredSetUp, "void Do() => FlagOverrides.Set(Features.[|Old|], true).Dispose();")).ShouldBe(
            ["Flag 'old' (owner: team-ui) is retired, so what a test sets it to never happens outside of the test; delete the set-up"]);

    [Theory]
    [InlineData("void Do() { _ = Features.Old.IsEnabled(); Act(Features.Old); Act(\"old\"); _ = new FeatureFlag { Key = \"old\" }; }")]
    [InlineData("[FlagMatrix(FeatureKeys.Kept)] void Do() { }")]
    [InlineData("[Obsolete(FeatureKeys.Old)] void Do() { }")]
    public async Task Code_ThatSetsUpNothingRetired_IsPassedOver(string member) => await ReportsAsync(DiagnosticIds.RetiredSetUp, member);

    /// <summary>One fault is told once.</summary>
    [Theory]
    [InlineData("void Do() { using (FlagOverrides.Set(Features.Old, true)) { _ = Features.[|Old|].IsEnabled(); } }")]
    [InlineData("[FlagMatrix(FeatureKeys.Old)] void Do() { }")]
    [InlineData("void Do() => _ = FlagCombinations.Of(Features.Old, Features.Kept);")]
    public async Task SetUp_OfARetiredFlag_IsNoUse(string member) => await ReportsAsync(DiagnosticIds.RetiredFlag, member);

    [Theory]
    [InlineData("void Do() { FlagOverrides.Set(Features.Old, true); Act(); }", "void Do() { Act(); }")]
    [InlineData("void Do() { using IDisposable scope = FlagOverrides.Set(\"old\", false); Act(); }", "void Do() { Act(); }")]
    [InlineData("void Do() { using (FlagOverrides.Set(Features.Old, true)) { Act(); } }", "void Do() { Act(); }")]
    [InlineData("void Do() { using (IDisposable scope = FlagOverrides.Set(Features.Old, true)) Act(); }", "void Do() { Act(); }")]
    [InlineData("void Do(FlagOverrides all) { all.Add(Features.Old, true); Act(); }", "void Do(FlagOverrides all) { Act(); }")]
    [InlineData("void Do() { _ = new FlagOverrides { { Features.Old, true }, { Features.Kept, true } }; }", "void Do() { _ = new FlagOverrides { { Features.Kept, true } }; }")]
    [InlineData("[FlagMatrix(FeatureKeys.Old, FeatureKeys.Kept)] void Do() { }", "[FlagMatrix(FeatureKeys.Kept)] void Do() { }")]
    [InlineData("[FlagMatrix(FeatureKeys.Old)] void Do() { }", "[Fact] void Do() { }")]
    [InlineData("[FlagMatrix(FeatureKeys.Old, DisplayName = \"It works\")] void Do() { }", "[Fact(DisplayName = \"It works\")] void Do() { }")]
    [InlineData("void Do() => _ = FlagCombinations.Of(Features.Old, Features.Kept);", "void Do() => _ = FlagCombinations.Of(Features.Kept);")]
    [InlineData("void Do() => _ = FlagTestEngine.FromDefinitions([new FeatureFlag { Key = \"old\" }, new FeatureFlag { Key = \"kept\" }]);", "void Do() => _ = FlagTestEngine.FromDefinitions([new FeatureFlag { Key = \"kept\" }]);")]
    public async Task SetUp_OfARetiredFlag_IsDeleted(string before, string after) =>
        (await FixTest.FixAsync<RetiredSetUpFix>(DiagnosticIds.RetiredSetUp, InClass(before), Manifest)).ShouldBe(InClass(after));

    [Theory]
    [InlineData("IDisposable Do() => FlagOverrides.Set(Features.Old, true);")]
    [InlineData("void Do() { IDisposable scope = FlagOverrides.Set(Features.Old, true); scope.Dispose(); }")]
    [InlineData("void Do() => _ = FlagCombinations.Of(Features.Old);")]
    [InlineData("void Do(bool other) { if (other) FlagOverrides.Set(Features.Old, true); }")]
    public async Task SetUp_OnWhichOtherCodeRelies_IsLeft(string member) =>
        (await FixTest.TitlesAsync<RetiredSetUpFix>(DiagnosticIds.RetiredSetUp, new FlagProject(InClass(member)) { Manifest = Manifest })).ShouldBeEmpty();

    [Fact]
    public async Task All_InASolution_AreDeletedEvenWithinOneAnother()
    {
        Solution solution = await FixTest.FixAllAsync<RetiredSetUpFix>(DiagnosticIds.RetiredSetUp, FixAllScope.Solution, new FlagProject(InClass("""
            void Do()
                {
                    using IDisposable first = FlagOverrides.Set(Features.Old, true);
                    using IDisposable second = FlagOverrides.Set(Features.Kept, true);

                    // Before.
                    using (FlagOverrides.Set(Features.Old, false))
                    {
                        // Within.
                        using (FlagOverrides.Set("flow.old", "a"))
                        {
                            Act();
                        }

                        Act();
                    }
                }
            """)) { Manifest = Manifest });

        (await FixTest.SourceAsync(solution.Projects.Single())).ShouldBe(InClass("""
            void Do()
                {
                    using IDisposable second = FlagOverrides.Set(Features.Kept, true);

                    // Before.
                    // Within.
                    Act();

                    Act();
                }
            """));
    }

    [Theory]
    [InlineData(TestingNames.Overrides, typeof(FlagOverrides))]
    [InlineData(TestingNames.Combinations, typeof(FlagCombinations))]
    [InlineData(TestingNames.Engines, typeof(FlagTestEngine))]
    [InlineData(TestingNames.Services, typeof(Microsoft.Extensions.DependencyInjection.FlagTestingServiceCollectionExtensions))]
    [InlineData(TestingNames.Matrix, typeof(FlagMatrixAttribute))]
    [InlineData(TestingNames.Definition, typeof(FeatureFlag))]
    public void Names_OfTheTypesForTests_AreTheirs(string name, Type type) => type.FullName.ShouldBe(name);

    private static Task<IReadOnlyList<string>> ReportsAsync(string id, string member) => RuleTest.ReportsAsync(id, InClass(member), Manifest);

    private static string InClass(string member) => $$"""
        using System;
        using Acme;
        using Aurum.FlagGen;
        using Aurum.FlagGen.Testing;
        using Aurum.FlagGen.Testing.Xunit;
        using Microsoft.Extensions.DependencyInjection;
        using Xunit;

        internal static class OldFlow
        {
            public static FlowOldVariant Value => FlowOldVariant.A;
        }

        public sealed class Use
        {
            private static void Act(object? value = null) { }
            {{(member[0] == '[' ? member.Replace("] void", "] public void", StringComparison.Ordinal) : "public static " + member)}}
        }
        """;
}
