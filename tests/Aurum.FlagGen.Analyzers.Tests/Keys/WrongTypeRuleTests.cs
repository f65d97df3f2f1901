using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;

namespace Aurum.FlagGen.Analyzers.Tests.Keys;

public sealed class WrongTypeRuleTests
{
    [Theory]
    [InlineData("""
        using System.Threading.Tasks;
        using Aurum.FlagGen;
        internal static class Reads
        {
            public static async Task All(FlagEngine engine, FeatureFlagManager manager)
            {
                _ = engine.GetIntegerDetails([|"search.boost"|], 0);
                _ = engine.GetBooleanValue([|"search.page_size"|], false);
                _ = engine.GetDoubleDetails([|"banner.text"|], 0);
                _ = engine.GetObjectDetails([|"new_nav"|], default);
                _ = engine.GetStringDetails([|"limits"|], "");
                _ = await manager.GetVariantAsync([|"banner.text"|]);
            }
        }
        """)]
    public async Task Read_AsATypeThatTheFlagHasNot_IsReported(string source) =>
        (await RuleTest.ReportsAsync(DiagnosticIds.WrongType, source)).ShouldBe(
            [
                "Flag 'search.boost' (no owner) is of type number, so that 'GetIntegerDetails' gives the call's default value for everybody; read it with 'Features.Search.Boost.GetValue'",
                "Flag 'search.page_size' (no owner) is of type integer, so that 'GetBooleanValue' gives the call's default value for everybody; read it with 'Features.Search.PageSize.GetValue'",
                "Flag 'banner.text' (no owner) is of type string, so that 'GetDoubleDetails' gives the call's default value for everybody; read it with 'Features.Banner.Text.GetValue'",
                "Flag 'new_nav' (owner: team-ui) is of type boolean, so that 'GetObjectDetails' gives the call's default value for everybody; read it with 'Features.NewNav.IsEnabled'",
                "Flag 'limits' (no owner) is of type object, so that 'GetStringDetails' gives the call's default value for everybody; read it with 'Features.Limits.GetValue'",
                "Flag 'banner.text' (no owner) is of type string, so that 'GetVariantAsync' gives null for everybody: the flag has no variants; read it with 'Features.Banner.Text.GetValue'",
            ]);

    [Theory]
    [InlineData("""
        using Aurum.FlagGen;
        internal static class Fitting
        {
            public static void All(FlagEngine engine)
            {
                _ = engine.IsEnabled("search.boost");
                _ = engine.IsEnabled("checkout.flow");
                _ = engine.Evaluate("search.boost");
                _ = engine.GetBooleanDetails("new_nav", false);
                _ = engine.GetStringDetails("banner.text", "");
                _ = engine.GetStringValue("checkout.flow", "");
                _ = engine.GetIntegerDetails("search.page_size", 0);
                _ = engine.GetDoubleDetails("search.page_size", 0);
                _ = engine.GetDoubleDetails("search.boost", 0);
                _ = engine.GetObjectDetails("limits", default);
                _ = engine.GetVariant("checkout.flow");
            }
        }
        """)]
    public async Task Read_AsATypeThatFits_IsPassedOver(string source) => await RuleTest.ReportsAsync(DiagnosticIds.WrongType, source);

    /// <summary>The arms of a test are variants, whatever the flag's type.</summary>
    [Fact]
    public async Task Variant_OfABooleanFlagWithATest_IsPassedOver() =>
        await RuleTest.ReportsAsync(
            DiagnosticIds.WrongType,
            """
            using Aurum.FlagGen;
            internal static class Use
            {
                public static string? Arm(FlagEngine engine) => engine.GetVariant("tested");
            }
            """,
            """{ "namespace": "Acme", "flags": { "tested": { "status": "enabled", "ab_test": { "variants": { "control": 50, "treatment": 50 }, "control_variant": "control" } } } }""");
}
