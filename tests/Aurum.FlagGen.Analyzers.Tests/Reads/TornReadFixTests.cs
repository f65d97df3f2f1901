using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.Analyzers.Tests.Reads;

/// <summary>The fix of AFG3001.</summary>
public sealed class TornReadFixTests
{
    [Theory]
    [InlineData(
        "bool Do(FlagContext user)\n    {\n        if (Features.NewNav.IsEnabled(user))\n        {\n            return true;\n        }\n\n        return !Features.NewNav.IsEnabled(user);\n    }",
        "bool Do(FlagContext user)\n    {\n        bool isNewNav = Features.NewNav.IsEnabled(user);\n        if (isNewNav)\n        {\n            return true;\n        }\n\n        return !isNewNav;\n    }")]
    [InlineData(
        "int Do(IFeatures features, int isCheckout)\n    {\n        int pageSize = 1;\n        return features.Search.PageSize.GetValue() + pageSize + features.Search.PageSize.GetValue();\n    }",
        "int Do(IFeatures features, int isCheckout)\n    {\n        int pageSize = 1;\n        int pageSize2 = features.Search.PageSize.GetValue();\n        return pageSize2 + pageSize + pageSize2;\n    }")]
    [InlineData(
        "bool Do()\n    {\n        bool isOn = Features.NewNav.IsEnabled();\n        return isOn & Features.NewNav.IsEnabled();\n    }",
        "bool Do()\n    {\n        bool isOn = Features.NewNav.IsEnabled();\n        return isOn & isOn;\n    }")]
    [InlineData(
        "void Do(FlagContext[] users)\n    {\n        foreach (FlagContext user in users)\n        {\n            Act(Features.Checkout.Flow.GetVariant(user));\n            Act(Features.Checkout.Flow.GetVariant(user));\n        }\n    }",
        "void Do(FlagContext[] users)\n    {\n        foreach (FlagContext user in users)\n        {\n            CheckoutFlowVariant flow = Features.Checkout.Flow.GetVariant(user);\n            Act(flow);\n            Act(flow);\n        }\n    }")]
    public async Task Reads_OfOneFlag_BecomeOne(string before, string after) =>
        (await FixTest.FixAsync<TornReadFix>(DiagnosticIds.TornRead, InClass(before))).ShouldBe(InClass(after));

    [Theory]
    [InlineData("bool Do(bool other) => Features.NewNav.IsEnabled() & other | Features.NewNav.IsEnabled();")]
    [InlineData("string Do() { return Features.Checkout.Flow.IsEnabled() ? Features.Checkout.Flow.GetVariant().ToString() : \"\"; }")]
    [InlineData("bool Do(FlagContext? user) { return user != null && (Features.NewNav.IsEnabled(user) | Features.NewNav.IsEnabled(user)); }")]
    [InlineData("void Do() { while (Features.NewNav.IsEnabled() | Features.NewNav.IsEnabled()) { } }")]
    public async Task Reads_ThatCannotSurelyBecomeOne_AreLeft(string member) =>
        (await FixTest.TitlesAsync<TornReadFix>(DiagnosticIds.TornRead, new FlagProject(InClass(member)))).ShouldBeEmpty();

    [Fact]
    public async Task All_InASolution_BecomeOneEach()
    {
        Solution solution = await FixTest.FixAllAsync<TornReadFix>(DiagnosticIds.TornRead, FixAllScope.Solution, new FlagProject(InClass("""
            bool Do()
                {
                    // Both.
                    bool both = Features.NewNav.IsEnabled() & Features.Checkout.IsEnabled();
                    bool again = Features.NewNav.IsEnabled() | Features.Checkout.IsEnabled();
                    return both & again & Features.NewNav.IsEnabled();
                }
            """)));

        (await FixTest.SourceAsync(solution.Projects.Single())).ShouldBe(InClass("""
            bool Do()
                {
                    bool isNewNav = Features.NewNav.IsEnabled();
                    bool isCheckout = Features.Checkout.IsEnabled();
                    // Both.
                    bool both = isNewNav & isCheckout;
                    bool again = isNewNav | isCheckout;
                    return both & again & isNewNav;
                }
            """));
    }

    private static string InClass(string member) => $$"""
        using Acme;
        using Aurum.FlagGen;

        internal static class Use
        {
            private static void Act(CheckoutFlowVariant variant) { }
            public static {{member}}
        }
        """;
}
