namespace Aurum.FlagGen.TestKit.CodeBase;

/// <summary>Classes with one fault each, marked, as somebody writes them who does not know better.</summary>
internal static class FaultTemplates
{
    public static IReadOnlyList<string> All { get; } =
    [
        """public static bool Misspelt(FlagEngine engine, FlagContext user) => engine.IsEnabled(«AFG2001:"billing.swich_1"», user);""",
        """public static bool ByKey(FlagEngine engine, FlagContext user) => engine.IsEnabled(«AFG2002:"billing.switch_1"», user);""",
        """public static bool Unknown(FlagEngine engine, string key) => engine.IsEnabled(«AFG2003:"billing." + key»);""",
        """public static bool WrongType(FlagEngine engine, FlagContext user) => engine.GetBooleanValue(«AFG2004:"billing.size_0"», false, user);""",
        """public static bool WrongVariant(FlagEngine engine, FlagContext user) => engine.GetVariant(«AFG2002:"billing.flow_0"», user) == «AFG2005:"expres"»;""",
        """public static string Retired(FeatureContext user) => Features.Faults.«AFG2006:OldBanner».IsEnabled(user) ? "new" : "old";""",
        """public static string Expired(FeatureContext user) => Features.Faults.«AFG2007:WinterSale».IsEnabled(user) ? "sale" : "";""",
        """public static int Unfinished(BillingFlow0Variant flow) => flow «AFG2008:switch» { BillingFlow0Variant.Control => 3, _ => throw new InvalidOperationException() };""",
        """public static bool Settled(FlagEngine engine, FlagContext user) => engine.IsEnabled(«AFG2009:"faults.settled"», user);""",
        """
        public static string Torn(FeatureContext user)
            {
                string place = Features.Billing.Switch1.IsEnabled(user) ? "bar" : "menu";
                Console.WriteLine(place);
                return Features.Billing.«AFG3001:Switch1».IsEnabled(user) ? "new " + place : "old " + place;
            }
        """,
        """public static bool Blocked(FeatureFlagManager manager, FlagContext user) => manager.IsEnabledAsync(«AFG2002:"billing.switch_1"», user).AsTask().«AFG3002:Result»;""",
        """
        public static int Nested(FeatureContext user)
            {
                if (!Features.Billing.Switch1.IsEnabled(user))
                {
                    return 0;
                }
                else
                {
                    return Features.Billing.«AFG3003:Switch1».IsEnabled(user) ? 2 : 1;
                }
            }
        """,
        """public static string Same(FeatureContext user) => Features.Billing.«AFG3004:Switch1».IsEnabled(user) ? "cart" : "cart";""",
        """public static async Task<bool> Foreign(Microsoft.FeatureManagement.IFeatureManager features) => await features.IsEnabledAsync(«AFG3007:"billing.switch_1"»);""",
        """public static void SetUp() => Aurum.FlagGen.Testing.FlagOverrides.Set(Features.Faults.«AFG4001:OldBanner», false).Dispose();""",
    ];
}
