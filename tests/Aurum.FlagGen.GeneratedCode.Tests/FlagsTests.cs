using Acme.Shop;

namespace Aurum.FlagGen.GeneratedCode.Tests;

/// <summary>The generated members, as a user of the package writes them, over the manifest that is compiled into this assembly.</summary>
public sealed class FlagsTests
{
    private static readonly FeatureContext Anybody = new() { UserId = "user-1" };

    [Fact]
    public void BooleanFlag_WithARule_FollowsTheContext()
    {
        Features.DashboardWidget.IsEnabled(new FeatureContext { UserId = "user-1", UserRole = UserRoles.Premium }).ShouldBeTrue();
        Features.DashboardWidget.IsEnabled(Anybody).ShouldBeFalse();
        Features.DashboardWidget.IsEnabled().ShouldBeFalse();
    }

    [Fact]
    public void VariantFlag_WithATest_GivesTheVariant()
    {
        Features.Checkout.Flow.GetVariant(Anybody).ShouldBe(CheckoutFlowVariant.VariantA);
        Features.Checkout.Flow.GetVariant(new FeatureContext { UserId = "user-1", UserRole = UserRoles.OnTrial }).ShouldBe(CheckoutFlowVariant.VariantB);
    }

    [Fact]
    public void VariantEnum_ItsMembers_StandInTheOrderOfTheManifest() =>
        Enum.GetValues<CheckoutFlowVariant>().ShouldBe([CheckoutFlowVariant.Control, CheckoutFlowVariant.VariantA, CheckoutFlowVariant.VariantB]);

    [Fact]
    public void VariantFlag_Evaluated_TellsWhy()
    {
        FlagEvaluation<CheckoutFlowVariant> evaluation = Features.Checkout.Flow.Evaluate(new FeatureContext { UserId = "user-1", UserRole = UserRoles.OnTrial });

        evaluation.Value.ShouldBe(CheckoutFlowVariant.VariantB);
        evaluation.Variant.ShouldBe("variant_b");
        evaluation.Reason.ShouldBe(EvaluationReason.TargetingMatch);
        evaluation.RuleName.ShouldBe("Trial");
        Features.Checkout.Flow.Explain(Anybody).Key.ShouldBe("checkout.flow");
        Features.Checkout.Flow.IsEnabled(Anybody).ShouldBeTrue();
    }

    [Fact]
    public void ValueFlags_OfEachType_GiveTheirValue()
    {
        string text = Features.Banner.Text.GetValue(Anybody);
        int size = Features.Search.PageSize.GetValue(Anybody);
        double boost = Features.Search.Boost.GetValue(Anybody);

        text.ShouldBe("Bye");
        size.ShouldBe(20);
        boost.ShouldBe(1.5);
        Features.Limits.GetValue(Anybody).GetProperty("anything").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public void Accessor_OfTheManifest_NamesTheMember() => Features.Checkout.Payment.RetryCount.GetValue().ShouldBe(3);

    [Fact]
    public void Key_ThatIsLeafAndPrefix_HasBothKindsOfMembers()
    {
        Features.Checkout.IsEnabled(Anybody).ShouldBeTrue();
        Features.Checkout.Key.ShouldBe("checkout");
        Features.Checkout.Evaluate(Anybody).Value.ShouldBeTrue();
        Features.Checkout.Payment.Provider.GetVariant().ShouldBe(CheckoutPaymentProviderVariant.Context);
    }

    [Fact]
    public void CompileTimeFlag_AskedAnyWay_AnswersWhatTheBuildSettled()
    {
        Features.Search.Fuzzy.IsEnabled().ShouldBeFalse();
        Features.Search.Fuzzy.IsEnabled(Anybody).ShouldBeFalse();
        Features.Search.Preview.IsEnabled().ShouldBeTrue();
        Features.Search.Preview.Evaluate(Anybody).ShouldBe(new FlagEvaluation<bool> { Key = "search.preview", Value = true, Reason = EvaluationReason.Static });
        Features.Search.Preview.Explain().IsOn.ShouldBeTrue();
        Features.Search.Deep.IsEnabled().ShouldBeTrue();
        Features.Search.Deep.Evaluate(Anybody).Value.ShouldBeTrue();
        Features.Search.Wide.IsEnabled(Anybody).ShouldBeTrue();
        FeatureConstants.SearchWide.ShouldBeTrue();
    }

    /// <summary>The trimmer takes the dead branch out only behind a method that is not virtual, which an implicit implementation of the interface would be.</summary>
    [Fact]
    public void CompileTimeFlag_ItsMethods_CanBeFolded() =>
        typeof(SearchFuzzyFlag).GetMethods().Where(static method => method.Name == nameof(SearchFuzzyFlag.IsEnabled)).Select(static method => method.IsVirtual).ShouldBe([false, false]);

    [Fact]
    public void CompileTimeFlag_AtRunTime_IsUnknownToTheEngine()
    {
        _ = Features.Search.Boost.GetValue();

        FlagEngine.Default.TryGetDefinition("search.fuzzy", out _).ShouldBeFalse();
        FlagEngine.Default.TryGetDefinition("search.boost", out _).ShouldBeTrue();
    }

    [Fact]
    public void Flag_OfEveryShape_IsAFlag()
    {
        IFlag[] flags =
        [
            Features.DashboardWidget, Features.NewNav, Features.Checkout, Features.Checkout.Flow, Features.Checkout.Payment.Provider, Features.Checkout.Payment.RetryCount,
            Features.Search.PageSize, Features.Search.Boost, Features.Search.Fuzzy, Features.Search.Preview, Features.Banner.Text, Features.Theme, Features.Limits,
        ];

        flags.Select(static flag => flag.Key).ShouldBe(
        [
            FeatureKeys.DashboardWidget, FeatureKeys.NewNav, FeatureKeys.Checkout, FeatureKeys.CheckoutFlow, FeatureKeys.CheckoutPaymentProvider, FeatureKeys.CheckoutPaymentRetryCount,
            FeatureKeys.SearchPageSize, FeatureKeys.SearchBoost, FeatureKeys.SearchFuzzy, FeatureKeys.SearchPreview, FeatureKeys.BannerText, FeatureKeys.Theme, FeatureKeys.Limits,
        ]);
        flags.Select(static flag => flag.Type).Distinct().Count().ShouldBe(Enum.GetValues<FlagType>().Length);
        flags.Select(static flag => flag.Explain().Key).ShouldBe(flags.Select(static flag => flag.Key));
    }

    [Fact]
    public void Struct_ThatIsTheDefaultOne_AsksTheDefaultEngine()
    {
        default(CheckoutFlowFlag).Key.ShouldBe("checkout.flow");
        default(CheckoutFlowFlag).GetVariant(Anybody).ShouldBe(CheckoutFlowVariant.VariantA);
        default(CheckoutFeatures).Payment.RetryCount.GetValue().ShouldBe(3);
    }

    [Fact]
    public void VariantFlag_ItsStruct_IsNamedAfterTheFlag()
    {
        CheckoutPaymentProviderFlag provider = Features.Checkout.Payment.Provider;

        provider.Key.ShouldBe("checkout.payment.provider");
        provider.Type.ShouldBe(FlagType.Variant);
        provider.GetVariant(Anybody).ShouldBe(CheckoutPaymentProviderVariant.Context);
        provider.Match(Anybody, @default: 1, contextVariant: 2, @class: 3).ShouldBe(2);
    }

    [Fact]
    public void AttributeValues_OfTheManifest_AreConstants()
    {
        const string role = UserRoles.OnTrial;

        role.ShouldBe("on trial");
        UserRoles.Value2fa.ShouldBe("2fa");
    }

    [Fact]
    public void Manifests_OfOneNamespace_LiveSideBySide()
    {
        Billing.Invoices.Pdf.IsEnabled(new BillingContext { UserRole = BillingUserRoles.Payer }).ShouldBeTrue();
        Billing.Payment.Provider.GetVariant().ShouldBe(BillingPaymentProviderVariant.Adyen);
        BillingKeys.InvoicesPdf.ShouldBe("invoices.pdf");
    }
}
