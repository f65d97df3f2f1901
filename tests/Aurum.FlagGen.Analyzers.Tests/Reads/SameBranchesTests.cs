using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.Analyzers.Tests.Reads;

/// <summary>AFG3004.</summary>
public sealed class SameBranchesTests
{
    [Theory]
    [InlineData("void Do() { if (Features.[|NewNav|].IsEnabled()) { Act(1); } else { /* The same. */ Act(1); } }")]
    [InlineData("void Do() { if (!Features.[|NewNav|].IsEnabled()) Act(1); else { Act(1); } }")]
    [InlineData("int Do(FlagEngine engine) => engine.IsEnabled([|\"new_nav\"|]) ? 1 : 1;")]
    [InlineData("int Do() => Features.Checkout.[|Flow|].Match(null, () => 1, () => 1, () => 1);")]
    [InlineData("int Do() => Features.Checkout.[|Flow|].Match(null, 1, 1, 1);")]
    [InlineData("void Do() => Features.Checkout.[|Flow|].Match(null, Act, Act, Act);")]
    [InlineData("int Do() => Features.[|NewNav|].IsEnabled(Make()) ? 1 : 1;")]
    public async Task Branches_ThatAreTheSame_AreReported(string member) =>
        (await RuleTest.ReportsAsync(DiagnosticIds.SameBranches, InClass(member))).ShouldHaveSingleItem().ShouldContain("says here, the same happens; take the question out");

    [Theory]
    [InlineData("void Do() { if (Features.NewNav.IsEnabled()) { Act(1); } else { Act(2); } }")]
    [InlineData("void Do() { if (Features.NewNav.IsEnabled()) { Act(1); } Act(1); }")]
    [InlineData("void Do(bool other) { if (Features.NewNav.IsEnabled()) { Act(1); } else if (other) { Act(1); } }")]
    [InlineData("int Do(bool other) => Features.NewNav.IsEnabled() && other ? 1 : 1;")]
    [InlineData("int Do(bool other) => other ? 1 : 1;")]
    [InlineData("bool Do() => Features.NewNav.IsEnabled() ? true : false;")]
    [InlineData("int Do() => Features.Checkout.Flow.Match(null, 1, 1, 2);")]
    [InlineData("void Do() { if (Features.NewNav.IsEnabled()) {\n#if SPECIAL\nAct(1);\n#endif\n} else { } }")]
    public async Task Branches_ThatDifferOrMay_ArePassedOver(string member) => await RuleTest.ReportsAsync(DiagnosticIds.SameBranches, InClass(member));

    [Theory]
    [InlineData("void Do() { if (Features.NewNav.IsEnabled()) { int a = 1; Act(a); } else { int a = 1; Act(a); } }", "void Do() { int a = 1; Act(a); }")]
    [InlineData("int Do() => -(Features.NewNav.IsEnabled() ? 1 + 2 : 1 + 2);", "int Do() => -(1 + 2);")]
    [InlineData("int Do() => Features.Checkout.Flow.Match(null, () => 1 + 2, () => 1 + 2, () => 1 + 2) * 2;", "int Do() => (1 + 2) * 2;")]
    [InlineData("int Do(int a) => Features.Checkout.Flow.Match(null, a, a, a);", "int Do(int a) => a;")]
    [InlineData("void Do() { Features.Checkout.Flow.Match(null, Act, Act, Act); }", "void Do() { Act(); }")]
    [InlineData("void Do(bool other) { if (other) { Act(1); } else if (Features.NewNav.IsEnabled()) { Act(2); } else { Act(2); } }", "void Do(bool other) { if (other) { Act(1); } else { Act(2); } }")]
    [InlineData("int Do() { if (Features.NewNav.IsEnabled()) { return 1; } else { return 1; } }", "int Do() { return 1; }")]
    public async Task Question_WithOneAnswer_IsTakenOut(string before, string after) =>
        (await FixTest.FixAsync<SameBranchesFix>(DiagnosticIds.SameBranches, InClass(before))).ShouldBe(InClass(after));

    [Theory]
    [InlineData("int Do() => Features.NewNav.IsEnabled(Make()) ? 1 : 1;")]
    [InlineData("int Do() => Features.Checkout.Flow.Match(null, Next(), Next(), Next());")]
    [InlineData("long Do() => Features.Checkout.Flow.Match<long>(null, () => 1, () => 1, () => 1);")]
    public async Task Question_ThatDoesSomethingOrGivesAnotherType_IsLeft(string member) =>
        (await FixTest.TitlesAsync<SameBranchesFix>(DiagnosticIds.SameBranches, new FlagProject(InClass(member)))).ShouldBeEmpty();

    [Fact]
    public async Task All_InASolution_AreTakenOutEvenWithinOneAnother()
    {
        Solution solution = await FixTest.FixAllAsync<SameBranchesFix>(DiagnosticIds.SameBranches, FixAllScope.Solution, new FlagProject(InClass("""
            void Do()
                {
                    // Above.
                    if (Features.NewNav.IsEnabled())
                    {
                        // Inside.
                        Act(Features.Checkout.IsEnabled() ? 1 : 1);
                    }
                    else
                    {
                        Act(Features.Checkout.IsEnabled() ? 1 : 1);
                    }
                }
            """)));

        (await FixTest.SourceAsync(solution.Projects.Single())).ShouldBe(InClass("""
            void Do()
                {
                    // Above.
                    // Inside.
                    Act(1);
                }
            """));
    }

    private static string InClass(string member) => $$"""
        using Acme;
        using Aurum.FlagGen;

        internal static class Use
        {
            private static FlagContext Make() => FlagContext.Empty;
            private static int Next() => 1;
            private static void Act() { }
            private static void Act(int number) { }
            public static {{member}}
        }
        """;
}
