using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;

namespace Aurum.FlagGen.Analyzers.Tests.Keys;

public sealed class KeyInPlaceOfAccessorRuleTests
{
    [Theory]
    [InlineData("""
        using System.Threading.Tasks;
        using Aurum.FlagGen;
        internal static class Reads
        {
            public static async Task<object?> All(FlagEngine engine, FeatureFlagManager manager)
            {
                engine.Track([|"new_nav"|], null, "seen");
                _ = engine.GetIntegerDetails([|"search.page_size"|], 0);
                _ = engine.GetDoubleDetails([|"search.page_size"|], 0);
                _ = engine.GetStringDetails([|"checkout.flow"|], "");
                _ = engine.Evaluate([|"limits"|]);
                _ = engine.GetVariant([|"checkout.flow"|]);
                _ = engine.Explain([|Acme.FeatureKeys.NewNav|]);
                return await manager.IsEnabledAsync(context: null, key: [|"checkout"|]);
            }
        }
        """)]
    public async Task Read_ByTheKeyOfADeclaredFlag_IsReportedAtTheKey(string source) =>
        (await RuleTest.ReportsAsync(DiagnosticIds.KeyInPlaceOfAccessor, source))[0]
            .ShouldBe("Flag 'new_nav' (owner: team-ui) is read by its key; 'Features.NewNav' is checked by the compiler and needs no look-up");

    [Theory]
    [InlineData("""
        using System.Threading.Tasks;
        using Acme;
        using Aurum.FlagGen;
        internal static class Others
        {
            public static async Task All(FlagEngine engine, FeatureFlagManager manager, string key)
            {
                _ = Features.NewNav.IsEnabled();
                _ = engine.IsEnabled(key);
                _ = engine.GetIntegerDetails("new_nav", 0);
                _ = engine.GetVariant("new_nav");
                await manager.UpdateStatusAsync("new_nav", FeatureFlagStatus.Disabled, "me");
                _ = await manager.GetFlagAsync("new_nav");
            }
        }
        """)]
    public async Task Code_ThatNoMemberCouldReplace_IsPassedOver(string source) => await RuleTest.ReportsAsync(DiagnosticIds.KeyInPlaceOfAccessor, source);

    [Theory]
    [InlineData("""{ "namespace": "Acme", "flags": { "new_nav": { "evaluation": "compile_time", "default_value": true } } }""", true)]
    [InlineData("""{ "namespace": "Acme", "flags": { "new_nav": { "status": "enabled", "default_value": true } } }""", false)]
    public async Task Flag_WhoseMemberIsOfTheBuildOrOfAnotherProject_IsPassedOver(string manifest, bool isOwned) =>
        await RuleTest.ReportsAsync(DiagnosticIds.KeyInPlaceOfAccessor, new MarkedText("""
            using Aurum.FlagGen;
            internal static class Use
            {
                public static bool Nav(FlagEngine engine) => engine.IsEnabled("new_nav");
            }
            """), source => new FlagProject(source) { Manifest = manifest, OwnsManifest = isOwned });
}
