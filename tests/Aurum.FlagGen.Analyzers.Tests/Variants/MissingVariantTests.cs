using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;

namespace Aurum.FlagGen.Analyzers.Tests.Variants;

public sealed class MissingVariantTests
{
    [Theory]
    [InlineData("""
        using Acme;
        internal static class Expressions
        {
            public static int Throwing() => Features.Checkout.Flow.GetVariant() [|switch|]
            {
                CheckoutFlowVariant.Old => 1,
                CheckoutFlowVariant.New => 2,
                _ => throw new System.InvalidOperationException(),
            };
            public static int Guarded(bool isRich) => Features.Checkout.Flow.GetVariant() [|switch|]
            {
                CheckoutFlowVariant.Old or CheckoutFlowVariant.New => 1,
                CheckoutFlowVariant.Express when isRich => 2,
                _ => throw new System.InvalidOperationException(),
            };
            public static int Nullable(CheckoutFlowVariant? flow) => flow [|switch|]
            {
                not CheckoutFlowVariant.Express and not null => 1,
                _ => throw new System.InvalidOperationException(),
            };
        }
        """)]
    [InlineData("""
        using Acme;
        internal static class Statements
        {
            public static int Silent(CheckoutFlowVariant flow)
            {
                [|switch|] (flow)
                {
                    case CheckoutFlowVariant.Old:
                    case CheckoutFlowVariant.New:
                        return 1;
                }
                [|switch|] (flow)
                {
                    case CheckoutFlowVariant.Old or CheckoutFlowVariant.New: return 1;
                    default: { throw new System.InvalidOperationException(); }
                }
            }
        }
        """)]
    public async Task Switch_ThatLeavesOutAVariant_IsReported(string source) =>
        (await RuleTest.ReportsAsync(DiagnosticIds.MissingVariant, source)).ShouldAllBe(static message =>
            message == "The switch over the variants of flag 'checkout.flow' (owner: team-shop) has no arm for 'express'; add it, or an arm for the rest that does something");

    [Fact]
    public async Task Switch_WithoutAnArm_IsReportedWithEveryVariant() =>
        (await RuleTest.ReportsAsync(DiagnosticIds.MissingVariant, """
            internal static class Use
            {
                public static void Flow(Acme.CheckoutFlowVariant flow)
                {
                    [|switch|] (flow)
                    {
                    }
                }
            }
            """)).ShouldHaveSingleItem().ShouldContain("has no arm for 'old', 'new', 'express';");

    /// <summary>What a condition has dealt with, no switch behind it has to.</summary>
    [Theory]
    [InlineData("if (flow == CheckoutFlowVariant.Express) { return 3; }")]
    [InlineData("if (CheckoutFlowVariant.Express == flow || other) throw new System.InvalidOperationException();")]
    [InlineData("if (!(flow != CheckoutFlowVariant.Express && !other)) { System.Console.WriteLine(); return 3; }")]
    [InlineData("if (flow is CheckoutFlowVariant.Express or CheckoutFlowVariant.Old) return 3;")]
    [InlineData("if (flow is not CheckoutFlowVariant.Express)")]
    [InlineData("if (flow == CheckoutFlowVariant.Express) { System.Console.WriteLine(); } else")]
    public async Task Switch_OverWhatConditionsLeave_IsPassedOver(string condition) => await RuleTest.ReportsAsync(DiagnosticIds.MissingVariant, Behind(condition, "switch"));

    [Theory]
    [InlineData("if (flow == CheckoutFlowVariant.Express) { System.Console.WriteLine(); }")]
    [InlineData("if (flow == CheckoutFlowVariant.Express && other) { return 3; }")]
    [InlineData("if (flow != CheckoutFlowVariant.Express || other) { System.Console.WriteLine(); } else { return 3; }")]
    [InlineData("if (flow == CheckoutFlowVariant.Old) { return 3; }")]
    [InlineData("if (another == CheckoutFlowVariant.Express) { return 3; }")]
    [InlineData("if (flow != CheckoutFlowVariant.Express) { System.Console.WriteLine(); } else")]
    public async Task Switch_ThatAVariantStillReaches_IsReported(string condition) => await RuleTest.ReportsAsync(DiagnosticIds.MissingVariant, Behind(condition, "[|switch|]"));

    [Theory]
    [InlineData("""
        using Acme;
        internal static class Complete
        {
            private enum Other { A, B }
            public static int Every(CheckoutFlowVariant flow) => flow switch
            {
                CheckoutFlowVariant.Old => 1,
                CheckoutFlowVariant.New or CheckoutFlowVariant.Express => 2,
                _ => throw new System.InvalidOperationException(),
            };
            public static int Rest(CheckoutFlowVariant flow) => flow switch { CheckoutFlowVariant.Old => 1, _ => 2 };
            public static int Named(CheckoutFlowVariant flow) => flow switch { CheckoutFlowVariant.Old => 1, var other => (int)other };
            public static int Negated(CheckoutFlowVariant flow) => flow switch { not CheckoutFlowVariant.Old => 1, CheckoutFlowVariant.Old => 2 };
            public static int Compared(CheckoutFlowVariant flow) => flow switch { CheckoutFlowVariant.Old => 1, > CheckoutFlowVariant.Old => 2 };
            public static void Statement(CheckoutFlowVariant flow)
            {
                switch (flow)
                {
                    case CheckoutFlowVariant.Old: break;
                    default: break;
                }
                Other other = Other.A;
                switch (other)
                {
                    case Other.B: break;
                }
            }
        }
        """)]
    public async Task Switch_ThatLeavesNothingOut_OrIsOverAnotherEnum_IsPassedOver(string source) => await RuleTest.ReportsAsync(DiagnosticIds.MissingVariant, source);

    private static string Behind(string condition, string keyword) => $$"""
        using Acme;
        internal static class Behind
        {
            public static int Do(CheckoutFlowVariant flow, CheckoutFlowVariant another, bool other)
            {
                {{condition}}
                {{keyword}} (flow)
                {
                    case CheckoutFlowVariant.Old: return 1;
                    case CheckoutFlowVariant.New: return 2;
                }
                return (int)another;
            }
        }
        """;
}
