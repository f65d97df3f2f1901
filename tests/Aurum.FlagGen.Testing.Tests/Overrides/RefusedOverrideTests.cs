using Acme.Testing;

namespace Aurum.FlagGen.Testing.Tests.Overrides;

/// <summary>What no flag can be given, and what the exception says.</summary>
public sealed class RefusedOverrideTests
{
    [Fact]
    public void Value_OfAnotherType_IsRefused() =>
        Refuse(static () => FlagOverrides.Set((IFlag)Features.DashboardWidget, "on"))
            .ShouldBe("Flag 'dashboard_widget' cannot be overridden with \"on\"; give it a value of its type, Boolean.");

    [Fact]
    public void Value_ByKeyAndOfAnotherType_IsRefused() =>
        Refuse(static () => FlagOverrides.Set(Declared(FeatureKeys.SearchPageSize), 1.5))
            .ShouldBe("Flag 'search.page_size' cannot be overridden with 1.5; give it a value of its type, Integer.");

    [Fact]
    public void Variant_ThatTheFlagLacks_IsRefused() =>
        Refuse(static () => FlagOverrides.Set(Declared(FeatureKeys.CheckoutFlow), "variant_z"))
            .ShouldBe("Flag 'checkout.flow' cannot be overridden with \"variant_z\"; give it one of its variants: control, variant_a, variant_b.");

    [Fact]
    public void Variant_BeyondTheEnum_IsRefused() =>
        Refuse(static () => FlagOverrides.Set(Features.Layout, (LayoutVariant)3))
            .ShouldBe("Flag 'layout' has no variant with the number 3; its variants are list, grid, map.");

    [Fact]
    public void Payload_AsItsRecord_IsRefused() =>
        Refuse(static () => FlagOverrides.Set(Features.Theme, Features.Theme.GetValue()))
            .ShouldBe("Flag 'theme' cannot be overridden with a ThemePayload, which has no way back to JSON; give the JSON itself: FlagValue.Parse(\"{ … }\").");

    [Fact]
    public void CompileTimeFlag_IsRefused() =>
        Refuse(static () => FlagOverrides.Set(Features.Search.Fuzzy, true))
            .ShouldBe("Flag 'search.fuzzy' cannot be overridden: no manifest declares it for the run time. What a compile-time flag gives is settled by the build.");

    [Fact]
    public void Value_ThatNoFlagCanHave_IsRefused() =>
        Refuse(static () => FlagOverrides.Set("nowhere.declared", FlagValue.Null))
            .ShouldBe("Flag 'nowhere.declared' cannot be overridden with null: no flag has such a value. Give it a boolean, a text, a number or an object.");

    private static string Declared(string key)
    {
        Features.DashboardWidget.IsEnabled();
        return key;
    }

    private static string Refuse(Func<object> set)
    {
        string message = Should.Throw<ArgumentException>(set).Message;
        int parameter = message.IndexOf(" (Parameter", StringComparison.Ordinal);
        return parameter < 0 ? message : message[..parameter];
    }
}
