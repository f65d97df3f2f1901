using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;

namespace Aurum.FlagGen.Analyzers.Tests.Keys;

public sealed class UnknownKeyRuleTests
{
    [Theory]
    [InlineData("""
        using Aurum.FlagGen;
        internal static class Reads
        {
            private static readonly string Field = "new_nav";
            public static bool All(FlagEngine engine, string key, bool isOld) =>
                engine.IsEnabled([|key|]) && engine.IsEnabled([|"new_" + key|]) && engine.IsEnabled([|isOld ? "checkout" : "new_nav"|]) && engine.GetVariant([|Field|]) is null;
        }
        """)]
    public async Task Read_ByAKeyThatOnlyTheRunTimeKnows_IsReported(string source) =>
        (await RuleTest.ReportsAsync(DiagnosticIds.UnknownKey, source))[^1].ShouldStartWith("The key that is given to 'GetVariant' is no constant");

    [Theory]
    [InlineData("""
        using System.Threading.Tasks;
        using Aurum.FlagGen;
        internal static class Others
        {
            private const string Key = "new_" + "nav";
            public static async Task All(FlagEngine engine, FeatureFlagManager manager, string key)
            {
                _ = engine.IsEnabled(Key);
                _ = engine.IsEnabled(Acme.FeatureKeys.NewNav);
                await manager.UpdateStatusAsync(key, FeatureFlagStatus.Disabled, "me");
                await manager.DeleteFlagAsync(key, "me");
            }
        }
        """)]
    public async Task Call_WithAConstantKeyOrForManagement_IsPassedOver(string source) => await RuleTest.ReportsAsync(DiagnosticIds.UnknownKey, source);
}
