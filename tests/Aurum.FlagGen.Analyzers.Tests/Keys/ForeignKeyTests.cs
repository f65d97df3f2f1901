using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Keys;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.FeatureManagement;

namespace Aurum.FlagGen.Analyzers.Tests.Keys;

/// <summary>AFG3007.</summary>
public sealed class ForeignKeyTests
{
    [Theory]
    [InlineData("async Task<bool> Do(IFeatureManager manager) => await manager.IsEnabledAsync([|\"new_nav\"|]);")]
    [InlineData("Task<bool> Do(IFeatureManagerSnapshot manager) => manager.IsEnabledAsync([|FeatureKeys.NewNav|], 1);")]
    [InlineData("async Task<bool> Do(IVariantFeatureManager manager) => await manager.IsEnabledAsync([|\"new_nav\"|], CancellationToken.None);")]
    [InlineData("async Task<object> Do(IVariantFeatureManager manager) => await manager.GetVariantAsync([|\"checkout.flow\"|], CancellationToken.None);")]
    [InlineData("async Task<bool> Do(FeatureManager manager) => await manager.IsEnabledAsync([|\"new_nav\"|]);")]
    [InlineData("[FeatureGate([|\"new_nav\"|], \"other\", [|FeatureKeys.Checkout|])] void Do() { }")]
    [InlineData("[FeatureGate(RequirementType.Any, [|\"new_nav\"|])] void Do() { }")]
    public async Task Name_OfAFlagThatHasAMember_IsReported(string member) => await RuleTest.ReportsAsync(DiagnosticIds.ForeignKey, InClass(member));

    [Fact]
    public async Task Message_OfAName_SaysTheMember() =>
        (await RuleTest.ReportsAsync(DiagnosticIds.ForeignKey, InClass("async Task<bool> Do(IFeatureManager manager) => await manager.IsEnabledAsync([|\"new_nav\"|]);"))).ShouldBe(
            ["Flag 'new_nav' (owner: team-ui) is asked of Microsoft.FeatureManagement by its name; 'Features.NewNav' is checked by the compiler and answers at once"]);

    [Theory]
    [InlineData("async Task<bool> Do(IFeatureManager manager, string name) => await manager.IsEnabledAsync(name) || await manager.IsEnabledAsync(\"NewNav\");")]
    [InlineData("[FeatureGate(\"other\")] void Do() { }")]
    [InlineData("async Task<bool> Do(Others others) => await others.IsEnabledAsync(\"new_nav\");")]
    [InlineData("[Obsolete(\"new_nav\")] void Do() { }")]
    public async Task Name_OfNoFlagOrOfAnotherPackage_IsPassedOver(string member) => await RuleTest.ReportsAsync(DiagnosticIds.ForeignKey, InClass(member));

    [Theory]
    [InlineData("async Task<bool> Do(IFeatureManager manager) { await Task.Yield(); return !await manager.IsEnabledAsync(\"new_nav\").ConfigureAwait(false); }", "async Task<bool> Do(IFeatureManager manager) { await Task.Yield(); return !Features.NewNav.IsEnabled(); }")]
    [InlineData("async Task<bool> Do(IVariantFeatureManager manager) { await Task.Yield(); return (await manager.IsEnabledAsync(\"checkout.flow\", CancellationToken.None)).Equals(true); }", "async Task<bool> Do(IVariantFeatureManager manager) { await Task.Yield(); return Features.Checkout.Flow.IsEnabled().Equals(true); }")]
    [InlineData("async Task<bool> Do(IFeatureManager manager, FlagContext user) { await Task.Yield(); return await manager.IsEnabledAsync(FeatureKeys.NewNav, user); }", "async Task<bool> Do(IFeatureManager manager, FlagContext user) { await Task.Yield(); return Features.NewNav.IsEnabled(user); }")]
    [InlineData("bool Do(IFeatureManager manager) => manager.IsEnabledAsync(\"new_nav\").GetAwaiter().GetResult() || manager.IsEnabledAsync(\"other\").Result;", "bool Do(IFeatureManager manager) => Features.NewNav.IsEnabled() || manager.IsEnabledAsync(\"other\").Result;")]
    public async Task Call_ByName_BecomesTheMember(string before, string after) =>
        (await FixTest.FixAsync<ForeignKeyFix>(DiagnosticIds.ForeignKey, InClass(before))).ShouldBe(InClass(after));

    [Theory]
    [InlineData("Task<bool> Do(IFeatureManager manager) => manager.IsEnabledAsync(\"new_nav\");")]
    [InlineData("async Task<bool> Do(IFeatureManager manager) => await manager.IsEnabledAsync(\"new_nav\", new object());")]
    [InlineData("async Task<object> Do(IVariantFeatureManager manager) => await manager.GetVariantAsync(\"checkout.flow\", CancellationToken.None);")]
    [InlineData("[FeatureGate(\"new_nav\")] void Do() { }")]
    public async Task Name_ThatNoMemberCouldReplace_IsLeft(string member) =>
        (await FixTest.TitlesAsync<ForeignKeyFix>(DiagnosticIds.ForeignKey, new FlagProject(InClass(member)))).ShouldBeEmpty();

    /// <summary>The way from one package to the other: all projects at once.</summary>
    [Fact]
    public async Task All_InASolution_BecomeMembers()
    {
        Solution solution = await FixTest.FixAllAsync<ForeignKeyFix>(
            DiagnosticIds.ForeignKey,
            FixAllScope.Solution,
            new FlagProject("""
                using System.Threading.Tasks;
                using Microsoft.FeatureManagement;
                public class One
                {
                    public async Task<bool> Do(IFeatureManager manager) { await Task.Yield(); return await manager.IsEnabledAsync("new_nav") && await manager.IsEnabledAsync("checkout"); }
                }
                """) { Name = "Owner" },
            new FlagProject("""
                using System.Threading.Tasks;
                using Microsoft.FeatureManagement;
                public class Two
                {
                    public async Task Do(IFeatureManager manager)
                    {
                        await Task.Yield();
                        if (await manager.IsEnabledAsync("new_nav"))
                        {
                        }
                    }
                }
                """) { Name = "Sharer", OwnsManifest = false, RefersTo = "Owner" });

        string[] sources = [.. await Task.WhenAll(solution.Projects.Select(FixTest.SourceAsync))];
        sources.ShouldBe(
            [
                """
                using System.Threading.Tasks;
                using Acme;
                using Microsoft.FeatureManagement;
                public class One
                {
                    public async Task<bool> Do(IFeatureManager manager) { await Task.Yield(); return Features.NewNav.IsEnabled() && Features.Checkout.IsEnabled(); }
                }
                """,
                """
                using System.Threading.Tasks;
                using Acme;
                using Microsoft.FeatureManagement;
                public class Two
                {
                    public async Task Do(IFeatureManager manager)
                    {
                        await Task.Yield();
                        if (Features.NewNav.IsEnabled())
                        {
                        }
                    }
                }
                """,
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Names_OfThePackage_AreItsTypesAndMethods()
    {
        typeof(IFeatureManager).FullName.ShouldBe(ForeignKeyNames.Manager);
        typeof(IVariantFeatureManager).FullName.ShouldBe(ForeignKeyNames.VariantManager);
        nameof(IFeatureManager.IsEnabledAsync).ShouldBe(ForeignKeyNames.IsEnabled);
        nameof(IVariantFeatureManager.GetVariantAsync).ShouldBe(ForeignKeyNames.GetVariant);
    }

    private static string InClass(string member) => $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Acme;
        using Aurum.FlagGen;
        using Microsoft.FeatureManagement;
        using Microsoft.FeatureManagement.Mvc;

        internal sealed class Others
        {
            public Task<bool> IsEnabledAsync(string name) => Task.FromResult(name.Length > 0);
        }

        internal static class Use
        {
            {{(member[0] == '[' ? member.Replace(")] void", ")] public static void", StringComparison.Ordinal) : "public static " + member)}}
        }

        namespace Microsoft.FeatureManagement.Mvc
        {
            /// <summary>As the package for ASP.NET Core has it.</summary>
            [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
            internal sealed class FeatureGateAttribute : Attribute
            {
                public FeatureGateAttribute(params string[] features) => _ = features;
                public FeatureGateAttribute(RequirementType requirementType, params string[] features) => _ = (requirementType, features);
            }
        }
        """;
}
