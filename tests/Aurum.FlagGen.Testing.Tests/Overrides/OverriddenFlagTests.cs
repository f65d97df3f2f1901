using System.Text.Json;
using Acme.Testing;

namespace Aurum.FlagGen.Testing.Tests.Overrides;

/// <summary>What an overridden flag answers, on each of the ways in which it can be asked.</summary>
public sealed class OverriddenFlagTests
{
    private static readonly FeatureContext Anybody = new() { UserId = "user-1" };
    private static readonly FeatureContext Admin = new() { UserId = "user-1", UserRole = UserRoles.Admin };

    [Fact]
    public void BooleanFlag_Overridden_GivesTheValueToEverybody()
    {
        using (FlagOverrides.Set(Features.DashboardWidget, true))
        {
            Features.DashboardWidget.IsEnabled(Anybody).ShouldBeTrue();
            Features.DashboardWidget.IsEnabled().ShouldBeTrue();
        }

        using (FlagOverrides.Set(Features.DashboardWidget, false))
        {
            Features.DashboardWidget.IsEnabled(Admin).ShouldBeFalse();
        }

        Features.DashboardWidget.IsEnabled(Anybody).ShouldBeFalse();
        Features.DashboardWidget.IsEnabled(Admin).ShouldBeTrue();
    }

    [Fact]
    public void VariantFlag_Overridden_GivesTheVariant()
    {
        using IDisposable scope = FlagOverrides.Set(Features.Checkout.Flow, CheckoutFlowVariant.VariantB);

        Features.Checkout.Flow.GetVariant(Anybody).ShouldBe(CheckoutFlowVariant.VariantB);
        Features.Checkout.Flow.Match(Anybody, control: 1, variantA: 2, variantB: 3).ShouldBe(3);
        FlagEngine.Default.GetVariant(FeatureKeys.CheckoutFlow, Anybody).ShouldBe("variant_b");
    }

    [Fact]
    public void EveryTypeOfFlag_Overridden_GivesTheValue()
    {
        using IDisposable scope = new FlagOverrides
        {
            { Features.Search.PageSize, 7 },
            { Features.Search.Boost, 2 },
            { Features.Banner.Text, "Bye" },
            { Features.Limits, JsonSerializer.SerializeToElement(new { rows = 3 }) },
            { Features.Theme, FlagValue.Parse("""{ "primary": "#000" }""") },
            { Features.Layout, LayoutVariant.Map },
        }.Open();

        Features.Search.PageSize.GetValue(Anybody).ShouldBe(7);
        Features.Search.Boost.GetValue(Anybody).ShouldBe(2.0);
        Features.Banner.Text.GetValue(Anybody).ShouldBe("Bye");
        Features.Limits.GetValue(Anybody).GetProperty("rows").GetInt32().ShouldBe(3);
        Features.Theme.GetValue(Anybody).Primary.ShouldBe("#000");
        Features.Layout.GetVariant(Anybody).ShouldBe(LayoutVariant.Map);
    }

    [Fact]
    public void Evaluation_OfAnOverriddenFlag_IsStaticAndNamesTheVariant()
    {
        using IDisposable scope = FlagOverrides.Set(FeatureKeys.SearchPageSize, 100);

        FlagEvaluation<int> evaluation = Features.Search.PageSize.Evaluate(Anybody);

        evaluation.ShouldBe(new FlagEvaluation<int>
        {
            Key = "search.page_size", Value = 100, Variant = "large", Reason = EvaluationReason.Static, ErrorCode = EvaluationErrorCode.None,
        });
    }

    [Fact]
    public void Evaluation_ByKeyAndOfAllFlags_SeesTheOverride()
    {
        using IDisposable scope = FlagOverrides.Set(Features.DashboardWidget, true);

        FlagEngine.Default.IsEnabled("dashboard_widget", Anybody).ShouldBeTrue();
        FlagEngine.Default.GetBooleanDetails("dashboard_widget", false, Anybody).Value.ShouldBeTrue();
        FlagEngine.Default.Evaluate("dashboard_widget", Anybody).Reason.ShouldBe(EvaluationReason.Static);
        FlagEngine.Default.EvaluateAll(Anybody).Single(static evaluation => evaluation.Key == "dashboard_widget").Value.ShouldBe(FlagValue.True);
    }

    [Fact]
    public void Explanation_OfAnOverriddenFlag_SaysSo()
    {
        using IDisposable scope = FlagOverrides.Set(Features.DashboardWidget, true);

        FlagExplanation explanation = Features.DashboardWidget.Explain(Anybody);

        explanation.Source.ShouldBe(FlagSource.Override);
        explanation.IsOn.ShouldBeTrue();
        explanation.Rules.ShouldBeEmpty();
        explanation.ToString().ShouldContain("overridden by a test");
        Features.NewNav.Explain(Anybody).ToString().ShouldContain("overridden by a test");
    }

    [Fact]
    public void FlagThatNeedsAnOverriddenOne_SeesTheOverrideThroughEveryFlagBetween()
    {
        Features.NewNav.IsEnabled(Anybody).ShouldBeFalse();
        Features.OldNav.IsEnabled(Anybody).ShouldBeTrue();

        using IDisposable scope = FlagOverrides.Set(Features.DashboardWidget, true);

        Features.NewNav.IsEnabled(Anybody).ShouldBeTrue();
        Features.OldNav.IsEnabled(Anybody).ShouldBeFalse();
        Features.NewNav.Evaluate(Anybody).RuleName.ShouldBe("With the widget");
    }

    [Theory]
    [InlineData(CheckoutFlowVariant.Control, false)]
    [InlineData(CheckoutFlowVariant.VariantA, true)]
    public void FlagWithAnExperiment_Overridden_IsOnUnlessItGivesTheControl(CheckoutFlowVariant variant, bool isOn)
    {
        using IDisposable scope = FlagOverrides.Set(Features.Checkout.Flow, variant);

        Features.Checkout.Flow.IsEnabled(Anybody).ShouldBe(isOn);
        Features.Checkout.Express.IsEnabled(Anybody).ShouldBe(isOn);
    }

    [Theory]
    [InlineData(LayoutVariant.List, false)]
    [InlineData(LayoutVariant.Grid, true)]
    public void FlagWithoutAnExperiment_Overridden_IsOnUnlessItGivesTheDefault(LayoutVariant variant, bool isOn)
    {
        using IDisposable scope = FlagOverrides.Set(Features.Layout, variant);

        Features.Layout.IsEnabled(Anybody).ShouldBe(isOn);
    }

    [Theory]
    [InlineData(true, "treatment")]
    [InlineData(false, "control")]
    public void BooleanFlagWithAnExperiment_Overridden_NamesTheArm(bool value, string arm)
    {
        using IDisposable scope = FlagOverrides.Set(Features.Checkout.ExpressTest, value);

        FlagEvaluation<bool> evaluation = Features.Checkout.ExpressTest.Evaluate(Anybody);

        evaluation.Value.ShouldBe(value);
        evaluation.Variant.ShouldBe(arm);
    }

    [Fact]
    public void FlagThatTheEngineLacks_OverriddenByKey_IsThereAsLong()
    {
        using (FlagOverrides.Set("nowhere.declared", "text"))
        {
            FlagEngine.Default.GetStringDetails("nowhere.declared", "default", Anybody).Value.ShouldBe("text");
        }

        FlagEngine.Default.GetStringDetails("nowhere.declared", "default", Anybody).ErrorCode.ShouldBe(EvaluationErrorCode.FlagNotFound);
    }

    [Fact]
    public void FlagOfTheStoreAlone_OverriddenWithAValueOfAnotherType_AnswersWithAnErrorThatSaysSo()
    {
        FlagEngine engine = FlagTestEngine.FromDefinitions([new FeatureFlag { Key = "only.stored", Status = FeatureFlagStatus.Enabled, DefaultValue = true }]);
        using IDisposable scope = FlagOverrides.Set("only.stored", 5);

        FlagEvaluation<bool> evaluation = engine.GetBooleanDetails("only.stored", false, Anybody);

        evaluation.ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);
        evaluation.ErrorMessage.ShouldBe("A test overrides flag 'only.stored' with 5, which is not of its type Boolean; override it with a value of that type.");
    }

    [Fact]
    public void FlagThatTheStoreHoldsWithOtherVariants_Overridden_GivesWhatTheCodeKnows()
    {
        FlagEngine engine = FlagTestEngine.FromManifest("""
            { "flags": { "layout": { "type": "variant", "variants": ["list", "cards"], "status": "enabled", "default_value": "list" } } }
            """);
        using IDisposable scope = FlagOverrides.Set(Features.Layout, LayoutVariant.Map);

        engine.GetVariant("layout", Anybody).ShouldBe("map");
    }

    [Fact]
    public void TrackedEvent_OfAnOverriddenFlag_CarriesItsVariant()
    {
        RecordingListener listener = new();
        FlagEngine engine = FlagTestEngine.FromDefinitions([], listener: listener);
        using IDisposable scope = FlagOverrides.Set(Features.Checkout.Flow, CheckoutFlowVariant.VariantA);

        engine.Track(FeatureKeys.CheckoutFlow, Anybody, "paid");

        listener.Events.ShouldHaveSingleItem().Variant.ShouldBe("variant_a");
    }
}
