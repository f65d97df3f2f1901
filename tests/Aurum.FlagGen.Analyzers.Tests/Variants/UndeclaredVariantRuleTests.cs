using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;

namespace Aurum.FlagGen.Analyzers.Tests.Variants;

public sealed class UndeclaredVariantRuleTests
{
    [Theory]
    [InlineData("""
        using System.Threading.Tasks;
        using Aurum.FlagGen;
        internal static class Comparisons
        {
            public static bool AtOnce(FlagEngine engine) => engine.GetVariant("checkout.flow") == [|"expres"|] || [|"expres"|] != engine.GetStringDetails("checkout.flow", "").Value;
            public static bool ByPattern(FlagEngine engine) => engine.GetVariant("checkout.flow") is not ("old" or [|"expres"|]);
            public static bool ByMethod(FlagEngine engine) => string.Equals(engine.GetVariant("checkout.flow"), [|"expres"|], System.StringComparison.Ordinal);
            public static async Task<int> Awaited(FeatureFlagManager manager) => await manager.GetVariantAsync("checkout.flow").ConfigureAwait(false) switch
            {
                "old" => 1,
                [|"expres"|] => 2,
                _ => 3,
            };
            public static int ByLocal(FlagEngine engine)
            {
                string? flow = engine.GetVariant("checkout.flow");
                switch (flow)
                {
                    case "new": return 1;
                    case [|"expres"|]: return 2;
                }
                return flow == [|"expres"|] ? 3 : 4;
            }
        }
        """)]
    [InlineData("""
        using System.Threading.Tasks;
        using Aurum.FlagGen;
        internal static class Writes
        {
            public static async Task Write(FeatureFlagManager manager)
            {
                await manager.AddRuleAsync("checkout.flow", new FeatureFlagRule { Name = "a", Variant = [|"expres"|] }, "me");
                await manager.SetAbTestAsync("checkout.flow", new AbTestConfiguration { ControlVariant = [|"expres"|], Variants = [new VariantWeight([|"expres"|], 50), new VariantWeight("old", 50)] }, "me");
            }
        }
        """)]
    public async Task Text_ThatIsNoVariantOfTheFlag_IsReported(string source) =>
        (await RuleTest.ReportsAsync(DiagnosticIds.UndeclaredVariant, source)).ShouldAllBe(static message => message == "Flag 'checkout.flow' (owner: team-shop) has no variant 'expres'; did you mean 'express'?");

    [Fact]
    public async Task Text_ThatIsNearToNoVariant_IsReportedWithAllOfThem() =>
        (await RuleTest.ReportsAsync(DiagnosticIds.UndeclaredVariant, """
            using Aurum.FlagGen;
            internal static class Use
            {
                public static bool Flow(FlagEngine engine) => engine.GetVariant("checkout.flow") == [|"variant_a"|];
            }
            """)).ShouldBe(["Flag 'checkout.flow' (owner: team-shop) has no variant 'variant_a'; write one of old, new, express"]);

    [Theory]
    [InlineData("""
        using System.Threading.Tasks;
        using Aurum.FlagGen;
        internal static class Sound
        {
            public static bool Flow(FlagEngine engine, string other) =>
                engine.GetVariant("checkout.flow") == "old" || engine.GetVariant("checkout.flow") == other || engine.GetVariant("checkout.flow") is null or ['x', ..];
            public static bool Text(FlagEngine engine) => engine.GetStringDetails("banner.text", "").Value == "Hello";
            public static bool Unrelated(FlagEngine engine)
            {
                string? flow = engine.GetVariant("checkout.flow");
                string text = "expres";
                return text == "expres" && flow == "new";
            }
            public static async Task Test(FeatureFlagManager manager) =>
                await manager.SetAbTestAsync("new_nav", new AbTestConfiguration { ControlVariant = "a", Variants = [new VariantWeight("a", 50), new VariantWeight("b", 50)] }, "me");
        }
        """)]
    public async Task Text_ThatIsAVariantOrNone_IsPassedOver(string source) => await RuleTest.ReportsAsync(DiagnosticIds.UndeclaredVariant, source);
}
