using System.Reflection;
using Acme.Testing;
using Aurum.FlagGen.Testing.Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace Aurum.FlagGen.Testing.Tests.Matrix;

/// <summary>Which test cases a matrix gives.</summary>
public sealed class FlagMatrixDiscoveryTests
{
    [Fact]
    public async Task Matrix_OfTwoFlags_GivesACaseForEachCombination()
    {
        IReadOnlyCollection<IXunitTestCase> cases = await DiscoverAsync(nameof(Example), FeatureKeys.DashboardWidget, FeatureKeys.CheckoutFlow);

        cases.Select(static testCase => testCase.TestCaseDisplayName[(testCase.TestCaseDisplayName.IndexOf('(', StringComparison.Ordinal))..]).ShouldBe(
        [
            "(dashboard_widget: true, checkout.flow: control)",
            "(dashboard_widget: true, checkout.flow: variant_a)",
            "(dashboard_widget: true, checkout.flow: variant_b)",
            "(dashboard_widget: false, checkout.flow: control)",
            "(dashboard_widget: false, checkout.flow: variant_a)",
            "(dashboard_widget: false, checkout.flow: variant_b)",
        ]);
        cases.Select(static testCase => testCase.UniqueID).ShouldBeUnique();
    }

    [Fact]
    public async Task Matrix_BeyondTheLimit_GivesOneCaseThatFailsAndSaysWhy() =>
        (await FindErrorAsync(nameof(Example), FeatureKeys.DashboardWidget, FeatureKeys.NewNav, FeatureKeys.OldNav, FeatureKeys.Layout, FeatureKeys.CheckoutFlow))
            .ShouldContain("72 combinations, and 64 are tried at most");

    [Fact]
    public async Task Matrix_OfAFlagThatNobodyDeclares_GivesOneCaseThatFailsAndSaysWhy() =>
        (await FindErrorAsync(nameof(Example), "nowhere.declared")).ShouldContain("declares the flag 'nowhere.declared'");

    [Fact]
    public async Task Matrix_OnATestWithParameters_GivesOneCaseThatFailsAndSaysWhy() =>
        (await FindErrorAsync(nameof(WithParameter), FeatureKeys.DashboardWidget)).ShouldContain("It has parameters, and nobody to fill them");

    [Fact]
    public async Task Case_ThroughItsSerialisedForm_KeepsItsCombination()
    {
        IXunitTestCase testCase = (await DiscoverAsync(nameof(Example), FeatureKeys.DashboardWidget, FeatureKeys.CheckoutFlow)).Last();

        string serialised = SerializationHelper.Instance.Serialize(testCase);
        IXunitTestCase copy = SerializationHelper.Instance.Deserialize<IXunitTestCase>(serialised)!;

        copy.ShouldBeOfType<FlagMatrixTestCase>();
        copy.UniqueID.ShouldBe(testCase.UniqueID);
        copy.TestCaseDisplayName.ShouldBe(testCase.TestCaseDisplayName);
        SerializationHelper.Instance.Serialize(copy).ShouldBe(serialised);
    }

    private static async Task<string> FindErrorAsync(string method, params string[] keys)
    {
        string error = (await DiscoverAsync(method, keys)).ShouldHaveSingleItem().ShouldBeOfType<ExecutionErrorTestCase>().ErrorMessage;
        error.ShouldStartWith($"FlagMatrixDiscoveryTests.{method} cannot run for every combination of its flags.");
        return error;
    }

    private static async Task<IReadOnlyCollection<IXunitTestCase>> DiscoverAsync(string name, params string[] keys)
    {
        MethodInfo method = typeof(FlagMatrixDiscoveryTests).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        XunitTestMethod testMethod = new((IXunitTestClass)TestContext.Current.TestClass!, method, []);
        return await new FlagMatrixDiscoverer().Discover(TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration()), testMethod, new FlagMatrixAttribute(keys));
    }

    private static void Example()
    {
    }

    private static void WithParameter(int number) => number.ShouldBe(0);
}
