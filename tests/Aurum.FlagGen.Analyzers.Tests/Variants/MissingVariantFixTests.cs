using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Variants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.Analyzers.Tests.Variants;

/// <summary>AFG2005 and AFG2008.</summary>
public sealed class MissingVariantFixTests
{
    [Fact]
    public async Task Text_NearToAVariant_IsReplaced() =>
        (await FixTest.FixAsync<UndeclaredVariantFix>(DiagnosticIds.UndeclaredVariant, """
            using Aurum.FlagGen;
            internal static class Use
            {
                public static bool Flow(FlagEngine engine) => engine.GetVariant("checkout.flow") is "Express" or "new";
            }
            """)).ShouldContain("is \"express\" or \"new\";");

    [Theory]
    [InlineData(
        """
        flow switch
                {
                    CheckoutFlowVariant.Old => 1, // The first.
                    _ => throw new InvalidOperationException(), // Nothing else.
                }
        """,
        """
        flow switch
                {
                    CheckoutFlowVariant.Old => 1, // The first.
                    CheckoutFlowVariant.New => throw new NotImplementedException(),
                    CheckoutFlowVariant.Express => throw new NotImplementedException(),
                    _ => throw new InvalidOperationException(), // Nothing else.
                }
        """)]
    [InlineData(
        """
        flow switch
                {
                    CheckoutFlowVariant.Old => 1,
                    CheckoutFlowVariant.New => 2 // The last.
                }
        """,
        """
        flow switch
                {
                    CheckoutFlowVariant.Old => 1,
                    CheckoutFlowVariant.New => 2, // The last.
                    CheckoutFlowVariant.Express => throw new NotImplementedException()
                }
        """)]
    [InlineData("flow switch { CheckoutFlowVariant.Old => 1, CheckoutFlowVariant.New => 2 }", "flow switch { CheckoutFlowVariant.Old => 1, CheckoutFlowVariant.New => 2, CheckoutFlowVariant.Express => throw new NotImplementedException() }")]
    public async Task Expression_ThatLeavesOutVariants_GetsTheirArms(string before, string after) =>
        (await FixTest.FixAsync<MissingVariantFix>(DiagnosticIds.MissingVariant, InMethod($"return {before};"))).ShouldBe(InMethod($"return {after};"));

    [Theory]
    [InlineData(
        """
        switch (flow)
                {
                    case CheckoutFlowVariant.Old: // The first.
                        return 1;
                    case CheckoutFlowVariant.New:
                        return 2;
                }
        """,
        """
        switch (flow)
                {
                    case CheckoutFlowVariant.Old: // The first.
                        return 1;
                    case CheckoutFlowVariant.New:
                        return 2;
                    case CheckoutFlowVariant.Express:
                        break;
                }
        """)]
    [InlineData(
        """
        switch (flow)
                {
                    case CheckoutFlowVariant.Old or CheckoutFlowVariant.New:
                        return 1;
                    default:
                        throw new InvalidOperationException();
                }
        """,
        """
        switch (flow)
                {
                    case CheckoutFlowVariant.Old or CheckoutFlowVariant.New:
                        return 1;
                    case CheckoutFlowVariant.Express:
                        throw new NotImplementedException();
                    default:
                        throw new InvalidOperationException();
                }
        """)]
    [InlineData("switch (flow) { case CheckoutFlowVariant.Old or CheckoutFlowVariant.New: return 1; }", "switch (flow) { case CheckoutFlowVariant.Old or CheckoutFlowVariant.New: return 1; case CheckoutFlowVariant.Express: break; }")]
    public async Task Statement_ThatLeavesOutVariants_GetsTheirSections(string before, string after) =>
        (await FixTest.FixAsync<MissingVariantFix>(DiagnosticIds.MissingVariant, InMethod(before + "\n        return 0;"))).ShouldBe(InMethod(after + "\n        return 0;"));

    [Fact]
    public async Task Statement_WithoutASection_GetsAll() =>
        (await FixTest.FixAsync<MissingVariantFix>(DiagnosticIds.MissingVariant, InMethod("switch (flow)\n        {\n        }\n        return 0;"))).ShouldContain(
            "switch (flow)\n        {\n            case CheckoutFlowVariant.Old:\n                break;\n            case CheckoutFlowVariant.New:\n                break;\n            case CheckoutFlowVariant.Express:\n                break;\n        }\n");

    [Fact]
    public async Task All_InAProject_AreFixed_AndTheDiagnosticIsGone()
    {
        string source = InMethod("return flow switch { CheckoutFlowVariant.Old => flow switch { CheckoutFlowVariant.Old => 1, _ => throw new InvalidOperationException() }, _ => throw new InvalidOperationException() };");

        Solution solution = await FixTest.FixAllAsync<MissingVariantFix>(DiagnosticIds.MissingVariant, FixAllScope.Project, new FlagProject(source));

        (await solution.Projects.Single().AnalyzeAsync(DiagnosticIds.MissingVariant)).ShouldBeEmpty();
        (await solution.Projects.Single().CompileAsync()).ShouldBeEmpty();
    }

    private static string InMethod(string statements) => $$"""
        using System;
        using Acme;

        internal static class Use
        {
            public static int Read(CheckoutFlowVariant flow)
            {
                {{statements}}
            }
        }
        """;
}
