using Acme.Shop;
using Aurum.FlagGen.Testing.Xunit;

namespace Aurum.FlagGen.Testing.Tests.Overrides;

/// <summary>Two manifests of the process have the key; an override counts for the flag of one.</summary>
public class ScopedOverrideTests
{
    [Fact]
    public void Override_OfAMember_CountsForTheFlagOfItsManifestAlone()
    {
        using IDisposable scope = FlagOverrides.Set(Billing.SharedFlow, true);

        (Billing.SharedFlow.IsEnabled(), Shipping.SharedFlow.IsEnabled()).ShouldBe((true, false));
    }

    [Fact]
    public void Override_OfAScopeAndKey_CountsForTheFlagOfTheScopeAlone()
    {
        using IDisposable scope = new FlagOverrides { { "shipping", ShippingKeys.SharedFlow, true } }.Open();

        (Billing.SharedFlow.IsEnabled(), Shipping.SharedFlow.IsEnabled()).ShouldBe((false, true));
    }

    [Fact]
    public void Override_OfAKeyOfTwoScopes_IsRefusedWithBothPlaces()
    {
        ArgumentException refusal = Should.Throw<ArgumentException>(static () => FlagOverrides.Set(BillingKeys.SharedFlow, true));

        refusal.Message.ShouldContain("Acme.Shop.Billing (scope 'billing'");
        refusal.Message.ShouldContain("Acme.Shop.Shipping (scope 'shipping'");
    }

    [Fact]
    public void Override_OfAScopeThatDeclaresNoSuchFlag_IsRefused() =>
        Should.Throw<ArgumentException>(static () => new FlagOverrides { { "selling", ShippingKeys.SharedFlow, true } }).Message.ShouldContain("'selling'");

    [Fact]
    public void Override_OfBoth_LetsEachHaveItsValue()
    {
        using IDisposable scope = new FlagOverrides { { Billing.SharedFlow, true }, { Shipping.SharedFlow, false } }.Open();

        (Billing.SharedFlow.IsEnabled(), Shipping.SharedFlow.IsEnabled()).ShouldBe((true, false));
    }

    [FlagMatrix(ShippingKeys.SharedFlow, Scope = "shipping")]
    public void Matrix_WithAScope_TriesTheFlagOfTheScope() => Billing.SharedFlow.IsEnabled().ShouldBeFalse();

    [Fact]
    public void Combinations_OfTwoFlagsWithOneKey_AreOfBoth() =>
        FlagCombinations.Of(Billing.SharedFlow, Shipping.SharedFlow).Count.ShouldBe(4);
}
