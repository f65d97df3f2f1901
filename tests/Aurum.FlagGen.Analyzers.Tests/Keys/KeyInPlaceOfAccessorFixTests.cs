using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.Analyzers.Tests.Keys;

public sealed class KeyInPlaceOfAccessorFixTests
{
    /// <summary>A member of a class, where the flag is read, before and after.</summary>
    [Theory]
    [InlineData("bool Read(FlagEngine engine, FlagContext user) => !engine.IsEnabled(\"new_nav\", user);", "bool Read(FlagEngine engine, FlagContext user) => !engine.GetFeatures().NewNav.IsEnabled(user);")]
    [InlineData("bool Read() => FlagEngine.Default.IsEnabled(\"new_nav\");", "bool Read() => Features.NewNav.IsEnabled();")]
    [InlineData("bool Read() => FlagEngine.Default.IsEnabled(context: null, key: FeatureKeys.Checkout);", "bool Read() => Features.Checkout.IsEnabled();")]
    [InlineData("int Read(FlagEngine engine) => engine.GetIntegerValue(\"search.page_size\", 5);", "int Read(FlagEngine engine) => engine.GetFeatures().Search.PageSize.GetValue();")]
    [InlineData("string Read(FlagEngine engine) => engine.GetBooleanValue(\"new_nav\", false).ToString();", "string Read(FlagEngine engine) => engine.GetFeatures().NewNav.IsEnabled().ToString();")]
    [InlineData("int Read(FlagEngine engine) => engine.GetIntegerDetails(\"search.page_size\", 5).Value;", "int Read(FlagEngine engine) => engine.GetFeatures().Search.PageSize.GetValue();")]
    [InlineData("bool Read(FlagEngine engine) => engine.GetBooleanDetails(\"new_nav\", defaultValue: false).Value;", "bool Read(FlagEngine engine) => engine.GetFeatures().NewNav.IsEnabled();")]
    [InlineData("FlagEvaluation<string> Read(FlagEngine engine, FlagContext? user) => engine.GetStringDetails(\"banner.text\", \"\", user);", "FlagEvaluation<string> Read(FlagEngine engine, FlagContext? user) => engine.GetFeatures().Banner.Text.Evaluate(user);")]
    [InlineData("void Read(FlagEngine engine) => engine.Track(\"new_nav\", null, \"seen\");", "void Read(FlagEngine engine) => engine.GetFeatures().NewNav.Track(null, \"seen\");")]
    [InlineData("void Read(FlagEngine engine) => engine.Track(eventName: \"seen\", key: \"new_nav\", context: null);", "void Read(FlagEngine engine) => engine.GetFeatures().NewNav.Track(null, \"seen\");")]
    [InlineData("FlagExplanation Read(FlagEngine engine) => engine.Explain(\"new_nav\");", "FlagExplanation Read(FlagEngine engine) => engine.GetFeatures().NewNav.Explain();")]
    [InlineData("async Task<bool> Read(FeatureFlagManager manager) { await Task.Yield(); return await manager.IsEnabledAsync(\"new_nav\", Users).ConfigureAwait(false); }", "async Task<bool> Read(FeatureFlagManager manager) { await Task.Yield(); return manager.Engine.GetFeatures().NewNav.IsEnabled(FlagContext.From(Users)); }")]
    [InlineData("async Task<bool> Read(FeatureFlagManager manager) { await Task.Yield(); return !(await manager.IsEnabledAsync(\"new_nav\", Users, Users)); }", "async Task<bool> Read(FeatureFlagManager manager) { await Task.Yield(); return !manager.Engine.GetFeatures().NewNav.IsEnabled(FlagContext.From(Users, Users)); }")]
    [InlineData("bool Read(FlagEngine engine, FlagContext user) => engine.GetVariant(\"checkout.flow\", user) == \"express\";", "bool Read(FlagEngine engine, FlagContext user) => engine.GetFeatures().Checkout.Flow.GetVariant(user) == CheckoutFlowVariant.Express;")]
    [InlineData("async Task<bool> Read(FeatureFlagManager manager) { await Task.Yield(); return \"old\" != await manager.GetVariantAsync(\"checkout.flow\"); }", "async Task<bool> Read(FeatureFlagManager manager) { await Task.Yield(); return CheckoutFlowVariant.Old != manager.Engine.GetFeatures().Checkout.Flow.GetVariant(); }")]
    public async Task Read_ByKey_BecomesTheMember(string before, string after) =>
        (await FixTest.FixAsync<KeyInPlaceOfAccessorFix>(DiagnosticIds.KeyInPlaceOfAccessor, InClass(before))).ShouldBe(InClass(after));

    [Theory]
    [InlineData("bool Read(FlagEngine e) => e.IsEnabled(\"new_nav\");", "Use 'e.GetFeatures().NewNav'")]
    [InlineData("bool Read(FlagEngine e) => e.GetVariant(\"checkout.flow\") == \"express\";", "Use 'e.GetFeatures().Checkout.Flow'")]
    [InlineData("async Task<bool> Read(FeatureFlagManager manager) => await manager.IsEnabledAsync(\"new_nav\", Users);", "Use 'manager.Engine.GetFeatures().NewNav'")]
    [InlineData("bool Read() => FlagEngine.Default.IsEnabled(\"new_nav\");", "Use 'Features.NewNav'")]
    public async Task Title_OfTheFix_SaysWhatItWrites(string member, string title) =>
        (await FixTest.TitlesAsync<KeyInPlaceOfAccessorFix>(DiagnosticIds.KeyInPlaceOfAccessor, new FlagProject(InClass(member)))).ShouldBe([title]);

    [Theory]
    [InlineData("bool? Read(FlagEngine? engine) => engine?.IsEnabled(\"new_nav\");")]
    [InlineData("ValueTask<bool> Read(FeatureFlagManager manager) => manager.IsEnabledAsync(\"new_nav\");")]
    [InlineData("string? Read(FlagEngine engine) => engine.GetVariant(\"checkout.flow\");")]
    [InlineData("bool Read(FlagEngine engine, string flow) => engine.GetVariant(\"checkout.flow\") == flow;")]
    [InlineData("bool Read(FlagEngine engine) => engine.GetVariant(\"checkout.flow\") == \"no variant\";")]
    [InlineData("FlagEvaluation<double> Read(FlagEngine engine) => engine.GetDoubleDetails(\"search.page_size\", 1);")]
    [InlineData("FlagEvaluation<string> Read(FlagEngine engine) => engine.GetStringDetails(\"checkout.flow\", \"\");")]
    [InlineData("FlagEvaluation<int> Read(FlagEngine engine) => engine.GetIntegerDetails(\"search.page_size\", System.Environment.TickCount);")]
    [InlineData("FlagEvaluation<FlagValue> Read(FlagEngine engine) => engine.Evaluate(\"new_nav\");")]
    public async Task Read_WhoseResultWouldBeAnother_IsLeft(string member) =>
        (await FixTest.TitlesAsync<KeyInPlaceOfAccessorFix>(DiagnosticIds.KeyInPlaceOfAccessor, new FlagProject(InClass(member)))).ShouldBeEmpty();

    [Theory]
    [InlineData("object Read(FlagEngine engine) => engine.GetIntegerDetails(\"banner.text\", 0);", "object Read(FlagEngine engine) => engine.GetFeatures().Banner.Text.Evaluate();")]
    [InlineData("object Read(FlagEngine engine) => engine.GetIntegerDetails(\"new_nav\", 0).Value;", "object Read(FlagEngine engine) => engine.GetFeatures().NewNav.IsEnabled();")]
    [InlineData("object? Read(FlagEngine engine) => engine.GetVariant(\"search.page_size\");", "object? Read(FlagEngine engine) => engine.GetFeatures().Search.PageSize.GetValue();")]
    [InlineData("object Read(FlagEngine engine) => engine.GetBooleanDetails(\"checkout.flow\", false).Value;", "object Read(FlagEngine engine) => engine.GetFeatures().Checkout.Flow.GetVariant();")]
    public async Task Read_AsTheWrongType_BecomesTheMemberOfTheRightOne(string before, string after) =>
        (await FixTest.FixAsync<KeyInPlaceOfAccessorFix>(DiagnosticIds.WrongType, InClass(before))).ShouldBe(InClass(after));

    [Theory]
    [InlineData("using Aurum.FlagGen;\nclass Use { static bool Read(FlagEngine engine) => engine.IsEnabled(\"new_nav\"); }", "using Acme;\nusing Aurum.FlagGen;\nclass Use { static bool Read(FlagEngine engine) => engine.GetFeatures().NewNav.IsEnabled(); }")]
    [InlineData(
        "// A licence.\r\nusing System;\r\nusing Zeta;\r\n\r\nclass Use { static bool Read() => Aurum.FlagGen.FlagEngine.Default.IsEnabled(\"new_nav\"); }\r\nnamespace Zeta { }",
        "// A licence.\r\nusing System;\r\nusing Acme;\r\nusing Zeta;\r\n\r\nclass Use { static bool Read() => Features.NewNav.IsEnabled(); }\r\nnamespace Zeta { }")]
    [InlineData(
        "// A licence.\nclass Use { static bool Read() => Aurum.FlagGen.FlagEngine.Default.IsEnabled(\"new_nav\"); }",
        "// A licence.\nusing Acme;\n\nclass Use { static bool Read() => Features.NewNav.IsEnabled(); }")]
    [InlineData(
        "// A licence.\nusing Zeta;\nclass Use { static bool Read() => Aurum.FlagGen.FlagEngine.Default.IsEnabled(\"new_nav\"); }\nnamespace Zeta { }",
        "// A licence.\nusing Acme;\nusing Zeta;\nclass Use { static bool Read() => Features.NewNav.IsEnabled(); }\nnamespace Zeta { }")]
    [InlineData(
        "namespace Acme.Inner { class Use { static bool Read() => Aurum.FlagGen.FlagEngine.Default.IsEnabled(\"new_nav\"); } }",
        "namespace Acme.Inner { class Use { static bool Read() => Features.NewNav.IsEnabled(); } }")]
    [InlineData(
        "namespace Other { class Features { } class Use { static bool Read() => Aurum.FlagGen.FlagEngine.Default.IsEnabled(\"new_nav\"); } }",
        "namespace Other { class Features { } class Use { static bool Read() => global::Acme.Features.NewNav.IsEnabled(); } }")]
    public async Task Class_ThatIsNotInScope_IsMadeKnown(string before, string after) =>
        (await FixTest.FixAsync<KeyInPlaceOfAccessorFix>(DiagnosticIds.KeyInPlaceOfAccessor, before)).ShouldBe(after);

    /// <summary>A using for the flag's class would make the other one ambiguous.</summary>
    [Theory]
    [InlineData("using Aurum.FlagGen; namespace Other { class Features { } class Use { static bool Read(FlagEngine engine) => engine.IsEnabled(\"new_nav\"); } }")]
    [InlineData("using Aurum.FlagGen; namespace Other { class Features { } class Use { static bool Read() => FlagEngine.Default.GetVariant(\"checkout.flow\") == \"new\"; } }")]
    public async Task Class_WhoseNameIsAnothersThere_IsNotMadeKnown(string source) =>
        (await FixTest.TitlesAsync<KeyInPlaceOfAccessorFix>(DiagnosticIds.KeyInPlaceOfAccessor, new FlagProject(source))).ShouldBeEmpty();

    [Fact]
    public async Task All_InADocument_AreFixedAtOnce_EvenWithinOneAnother()
    {
        Solution solution = await FixTest.FixAllAsync<KeyInPlaceOfAccessorFix>(DiagnosticIds.KeyInPlaceOfAccessor, FixAllScope.Solution, new FlagProject("""
            using Aurum.FlagGen;

            internal static class Use
            {
                public static bool Read(FlagEngine engine) =>
                    engine.IsEnabled("new_nav", Pick(engine.IsEnabled("checkout"))) // The newest.
                    && engine.IsEnabled("checkout.flow");

                private static FlagContext? Pick(bool isOn) => isOn ? FlagContext.Empty : null;
            }
            """));

        (await FixTest.SourceAsync(solution.Projects.Single())).ShouldBe("""
            using Acme;
            using Aurum.FlagGen;

            internal static class Use
            {
                public static bool Read(FlagEngine engine) =>
                    engine.GetFeatures().NewNav.IsEnabled(Pick(engine.GetFeatures().Checkout.IsEnabled())) // The newest.
                    && engine.GetFeatures().Checkout.Flow.IsEnabled();

                private static FlagContext? Pick(bool isOn) => isOn ? FlagContext.Empty : null;
            }
            """);
    }

    private static string InClass(string member) => $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Acme;
        using Aurum.FlagGen;

        internal static class Use
        {
            private static readonly Dictionary<string, object?> Users = [];

            public static {{member}}
        }
        """;
}
