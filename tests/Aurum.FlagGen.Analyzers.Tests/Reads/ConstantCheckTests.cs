using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.Analyzers.Tests.Reads;

/// <summary>AFG3003.</summary>
public sealed class ConstantCheckTests
{
    [Theory]
    [InlineData("void Do(FlagContext user) { if (Features.NewNav.IsEnabled(user)) { Act(); if (Features.[|NewNav|].IsEnabled(user)) { Act(); } } else { Act(!Features.[|NewNav|].IsEnabled(user)); } }")]
    [InlineData("void Do(bool other) { if (!Features.NewNav.IsEnabled() || other) { Act(); } else if (Features.[|NewNav|].IsEnabled()) { Act(); } }")]
    [InlineData("bool Do(bool other) => Features.NewNav.IsEnabled() && other && Features.[|NewNav|].IsEnabled();")]
    [InlineData("bool Do(bool other) => Features.NewNav.IsEnabled() || (other && Features.[|NewNav|].IsEnabled());")]
    [InlineData("int Do(IFeatures features) => features.NewNav.IsEnabled() ? 1 : features.[|NewNav|].IsEnabled() ? 2 : 3;")]
    [InlineData("bool Do(FlagEngine engine) => engine.IsEnabled(\"new_nav\") && engine.IsEnabled([|\"new_nav\"|]);")]
    [InlineData("bool Do(FlagEngine engine) { FlagEngine view = engine.Capture(); return view.IsEnabled(\"new_nav\") && view.IsEnabled([|FeatureKeys.NewNav|]); }")]
    [InlineData("bool Do() => Features.Checkout.Flow.IsEnabled() && Features.Checkout.[|Flow|].IsEnabled();")]
    public async Task Check_ThatOneAroundItHasDecided_IsReported(string member) => await RuleTest.ReportsAsync(DiagnosticIds.ConstantCheck, InClass(member));

    [Fact]
    public async Task Message_OfACheck_SaysWhatItGives() =>
        (await RuleTest.ReportsAsync(DiagnosticIds.ConstantCheck, InClass("bool Do() => Features.NewNav.IsEnabled() ? Features.[|NewNav|].IsEnabled() : Features.[|NewNav|].IsEnabled();"))).ShouldBe(
        [
            "Flag 'new_nav' (owner: team-ui) is always on here, because the same check around it has decided that; take this one out",
            "Flag 'new_nav' (owner: team-ui) is always off here, because the same check around it has decided that; take this one out",
        ]);

    [Theory]
    [InlineData("void Do(FlagContext user, FlagContext other) { if (Features.NewNav.IsEnabled(user)) { Act(Features.NewNav.IsEnabled(other)); Act(Features.Checkout.IsEnabled(user)); } }")]
    [InlineData("void Do(FlagContext user, FlagContext other) { if (Features.NewNav.IsEnabled(user)) { user = other; Act(Features.NewNav.IsEnabled(user)); } }")]
    [InlineData("void Do(FlagContext user) { if (Features.NewNav.IsEnabled(user)) { Change(ref user); Act(Features.NewNav.IsEnabled(user)); } }")]
    [InlineData("void Do(bool other) { if (Features.NewNav.IsEnabled() || other) { Act(Features.NewNav.IsEnabled()); } }")]
    [InlineData("void Do(bool other) { if (Features.NewNav.IsEnabled() && other) { Act(); } else { Act(Features.NewNav.IsEnabled()); } }")]
    [InlineData("bool Do() => Features.NewNav.IsEnabled() ^ Features.NewNav.IsEnabled();")]
    [InlineData("Func<bool>? Do() { if (Features.NewNav.IsEnabled()) { return () => Features.NewNav.IsEnabled(); } return null; }")]
    [InlineData("void Do() { if (Features.NewNav.IsEnabled()) { while (Features.NewNav.IsEnabled()) { Act(); } } }")]
    [InlineData("async Task Do() { if (Features.NewNav.IsEnabled()) { await Task.Yield(); if (Features.NewNav.IsEnabled()) { Act(); } } }")]
    [InlineData("IEnumerable<int> Do() { if (Features.NewNav.IsEnabled()) { yield return 1; if (Features.NewNav.IsEnabled()) { yield return 2; } } }")]
    [InlineData("void Do(FlagContext user) { if (Features.NewNav.IsEnabled()) { using (FlagContext.Use(user)) { Act(Features.NewNav.IsEnabled()); } } }")]
    [InlineData("void Do() { if (Features.NewNav.IsEnabled()) { using (FlagOverrides.Set(Features.NewNav, false)) { Act(Features.NewNav.IsEnabled()); } } }")]
    [InlineData("void Do() { if (Features.Checkout.Flow.IsEnabled()) { Act(Features.Checkout.Flow.GetVariant() == CheckoutFlowVariant.New); } }")]
    [InlineData("bool Do() => Features.NewNav.IsEnabled(Make()) && Features.NewNav.IsEnabled(Make());")]
    public async Task Check_WhoseAnswerIsOpen_IsPassedOver(string member) => await RuleTest.ReportsAsync(DiagnosticIds.ConstantCheck, InClass(member));

    [Theory]
    [InlineData("bool Do(bool other) => Features.NewNav.IsEnabled() && other && Features.NewNav.IsEnabled();", "bool Do(bool other) => Features.NewNav.IsEnabled() && other;")]
    [InlineData("bool Do(bool other) => Features.NewNav.IsEnabled() && Features.NewNav.IsEnabled() && other;", "bool Do(bool other) => Features.NewNav.IsEnabled() && other;")]
    [InlineData("bool Do(bool other) => Features.NewNav.IsEnabled() && !(other || Features.NewNav.IsEnabled());", "bool Do(bool other) => Features.NewNav.IsEnabled() && !(other || true);")]
    [InlineData("int Do() => Features.NewNav.IsEnabled() ? Features.NewNav.IsEnabled() ? 1 : 2 : 3;", "int Do() => Features.NewNav.IsEnabled() ? 1 : 3;")]
    [InlineData("int Do() => Features.NewNav.IsEnabled() ? 1 : !(Features.NewNav.IsEnabled()) ? 2 : 3;", "int Do() => Features.NewNav.IsEnabled() ? 1 : 2;")]
    [InlineData("bool Do() => Features.NewNav.IsEnabled() ? Features.NewNav.IsEnabled() : false;", "bool Do() => Features.NewNav.IsEnabled() ? true : false;")]
    [InlineData("void Do() { if (Features.NewNav.IsEnabled()) { if (!Features.NewNav.IsEnabled()) { Act(); } } }", "void Do() { if (Features.NewNav.IsEnabled()) { } }")]
    [InlineData("void Do(bool other) { if (Features.NewNav.IsEnabled()) { if (other) { Act(); } else if (!Features.NewNav.IsEnabled()) { Act(); } } }", "void Do(bool other) { if (Features.NewNav.IsEnabled()) { if (other) { Act(); } } }")]
    public async Task Check_WhoseAnswerIsKnown_IsTakenOut(string before, string after) =>
        (await FixTest.FixAsync<ConstantCheckFix>(DiagnosticIds.ConstantCheck, InClass(before))).ShouldBe(InClass(after));

    [Fact]
    public async Task All_InASolution_AreTakenOutAndKeepTheirComments()
    {
        Solution solution = await FixTest.FixAllAsync<ConstantCheckFix>(DiagnosticIds.ConstantCheck, FixAllScope.Solution, new FlagProject(InClass("""
            void Do(bool other)
                {
                    if (Features.NewNav.IsEnabled())
                    {
                        // First.
                        if (Features.NewNav.IsEnabled())
                        {
                            Act();

                            // Inner.
                            if (!Features.NewNav.IsEnabled())
                            {
                                int lost = 1;
                                Act(lost > 1);
                            }
                            else if (other)
                            {
                                Act(Features.NewNav.IsEnabled());
                            }
                        }

                        // Last.
                        Act();
                    }
                }
            """)));

        (await FixTest.SourceAsync(solution.Projects.Single())).ShouldBe(InClass("""
            void Do(bool other)
                {
                    if (Features.NewNav.IsEnabled())
                    {
                        // First.
                        Act();

                        // Inner.
                        if (other)
                        {
                            Act(true);
                        }

                        // Last.
                        Act();
                    }
                }
            """));
    }

    /// <summary>What stood after the check would never be reached, which compilers warn of.</summary>
    [Fact]
    public async Task Check_ThatEndsTheBlock_IsLeftToSomebody() =>
        (await FixTest.TitlesAsync<ConstantCheckFix>(DiagnosticIds.ConstantCheck, new FlagProject(InClass(
            "int Do() { if (Features.NewNav.IsEnabled()) { if (Features.NewNav.IsEnabled()) { return 1; } return 2; } return 3; }")))).ShouldBeEmpty();

    [Fact]
    public async Task Names_ThatWouldMeet_KeepTheirBraces() =>
        (await FixTest.FixAsync<ConstantCheckFix>(DiagnosticIds.ConstantCheck, InClass("void Do() { if (Features.NewNav.IsEnabled()) { if (Features.NewNav.IsEnabled()) { int a = 1; Act(a > 1); } { int a = 2; Act(a > 1); } } }")))
            .ShouldBe(InClass("void Do() { if (Features.NewNav.IsEnabled()) { { int a = 1; Act(a > 1); } { int a = 2; Act(a > 1); } } }"));

    private static string InClass(string member) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Acme;
        using Aurum.FlagGen;
        using Aurum.FlagGen.Testing;

        internal static class Use
        {
            private static FlagContext Make() => FlagContext.Empty;
            private static void Change(ref FlagContext context) => context = Make();
            private static void Act(params bool[] flags) { }
            public static {{member}}
        }
        """;
}
