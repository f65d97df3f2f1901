using System.Text;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Flags;

/// <summary>A flag is known by its manifest's scope and its key. Each test has a key of its own, because manifests are the whole process's.</summary>
public class ScopeTests
{
    [Theory]
    [InlineData("first.key", true)]
    [InlineData("second.key", false)]
    public void TwoScopes_OneKey_EachMemberHasTheFlagOfItsOwnManifest(string key, bool isBillingFirst)
    {
        FlagEngine engine = new();
        FlagCatalog one = Register(isBillingFirst ? "billing" : "shipping", Flag(key, isOn: isBillingFirst));
        engine.IsEnabled(one.Slots[0], null).ShouldBe(isBillingFirst);
        FlagCatalog other = Register(isBillingFirst ? "shipping" : "billing", Flag(key, isOn: !isBillingFirst));

        engine.IsEnabled(one.Slots[0], null).ShouldBe(isBillingFirst);
        engine.IsEnabled(other.Slots[0], null).ShouldBe(!isBillingFirst);
    }

    [Fact]
    public void ThreeManifests_TwoThatAgreeAndOneThatDoesNot_EachMemberHasTheFlagOfItsOwnManifest()
    {
        FlagCatalog[] catalogs =
        [
            Register("billing", Flag("three.key", isOn: true)),
            Register("billing", Flag("three.key", isOn: true)),
            Register("shipping", Flag("three.key", isOn: false)),
        ];

        FlagEngine engine = new();

        catalogs.Select(catalog => engine.IsEnabled(catalog.Slots[0], null)).ShouldBe([true, true, false]);
    }

    [Fact]
    public void TwoScopes_OneKeyOfDifferentTypes_EachMemberHasItsType()
    {
        FlagCatalog flags = Register("billing", """ "types.key": { "status": "enabled", "default_value": true } """);
        FlagCatalog numbers = Register("shipping", """ "types.key": { "type": "integer", "status": "enabled", "default_value": 7 } """);

        FlagEngine engine = new();

        engine.IsEnabled(flags.Slots[0], null).ShouldBeTrue();
        engine.Evaluate(numbers.Slots[0], null).Value.ShouldBe(7);
    }

    [Fact]
    public void TwoScopes_OneKeyAndRulesThatNeedIt_LookInTheirOwnManifest()
    {
        const string Needs = """, "needs.user": { "status": "enabled", "rules": [ { "name": "r", "required_flags": ["needs.key"] } ] } """;
        FlagCatalog billing = Register("billing", Flag("needs.key", isOn: true) + Needs);
        FlagCatalog shipping = Register("shipping", Flag("needs.key", isOn: false) + Needs.Replace("needs.user", "needs.other"));

        FlagEngine engine = new();

        engine.IsEnabled(billing.Slots[1], null).ShouldBeTrue();
        engine.IsEnabled(shipping.Slots[1], null).ShouldBeFalse();
        engine.IsEnabled("needs.user").ShouldBeTrue();
        engine.IsEnabled("needs.other").ShouldBeFalse();
    }

    [Fact]
    public void TwoScopes_OneSegmentName_EachRuleMeansItsOwnManifests()
    {
        FlagCatalog billing = Register("billing", InSegment("segment.billing"), Segment("scoped_users", "ada"));
        FlagCatalog shipping = Register("shipping", InSegment("segment.shipping"), Segment("scoped_users", "bob"));
        FlagContext ada = FlagContext.From(new Dictionary<string, object?> { ["user_id"] = "ada" });

        FlagEngine engine = new();

        engine.IsEnabled(billing.Slots[0], ada).ShouldBeTrue();
        engine.IsEnabled(shipping.Slots[0], ada).ShouldBeFalse();
        engine.IsEnabled("segment.billing", ada).ShouldBeTrue();
        engine.IsEnabled("segment.shipping", ada).ShouldBeFalse();
    }

    /// <summary>Each manifest has its own compiled form of the store's flag, and so has the whole: more of them than the store has flags.</summary>
    [Fact]
    public void EvaluateAll_FlagOfTheStoreThatSeveralManifestsShare_Ends()
    {
        Register("billing", Flag("many.a1", isOn: true) + "," + Flag("many.a2", isOn: true), Segment("many_users", "ada"));
        Register("shipping", Flag("many.b1", isOn: true) + "," + Flag("many.b2", isOn: true), Segment("many_users", "bob"));
        string needs = string.Join(',', from key in (string[])["a1", "a2", "b1", "b2"] select $"'many.{key}':{{'status':'conditional','rules':[{{'name':'r','required_flags':['many.kill']}}]}}");
        FlagContext[] everybody = [.. Enumerable.Range(0, 20).Select(static i => FlagContext.From(new Dictionary<string, object?> { ["user_id"] = $"u{i}" }))];
        FlagEngine engine = new();

        engine.Publish(Given.Set($"{{'flags':{{'many.kill':{{'status':'conditional','rules':[{{'name':'half','rollout_percentage':50}}]}},{needs}}}}}"));

        foreach (FlagContext user in everybody)
        {
            ILookup<string, bool> all = engine.EvaluateAll(user)
                .Where(static one => one.Key.StartsWith("many.", StringComparison.Ordinal))
                .ToLookup(static one => one.Key, static one => one.Value.Equals(FlagValue.True));
            all.Select(static one => one.Key).ShouldContain("many.b2");
            foreach (IGrouping<string, bool> one in all)
            {
                one.ShouldAllBe(isOn => isOn == engine.IsEnabled("many.kill", user), one.Key);
            }
        }

        everybody.Select(user => engine.IsEnabled("many.kill", user)).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void FlagOfTheStore_ThatNeedsOneOfTwoManifestsWithASegmentOfOneName_SeesWhatThatOneGives()
    {
        Register("billing", Flag("seen.a", isOn: true), Segment("seen_users", "ada"));
        Register("shipping", InSegment("seen.b", "seen_users"), Segment("seen_users", "bob"));
        FlagEngine engine = new();

        engine.Publish(Given.Set("{'flags':{'seen.needs':{'status':'conditional','rules':[{'name':'r','required_flags':['seen.b']}]}}}"));

        foreach (string name in (string[])["ada", "bob", "eve"])
        {
            FlagContext user = FlagContext.From(new Dictionary<string, object?> { ["user_id"] = name });
            engine.IsEnabled("seen.b", user).ShouldBe(name == "bob");
            engine.IsEnabled("seen.needs", user).ShouldBe(name == "bob");
        }
    }

    [Fact]
    public void Fault_OfAManifestThatIsCompiledApart_IsTold()
    {
        Register("billing", Flag("told.key", isOn: true));
        FlagCatalog shipping = Register("shipping", """ "told.key": { "type": "integer", "status": "enabled", "default_value": 7 } """);
        FlagEngine engine = new();

        engine.Publish(Given.Set("{'flags':{'told.key':{'status':'enabled','default_value':true}}}"));

        engine.Evaluate(shipping.Slots[0], null).ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);
        engine.Faults.Where(static fault => fault.FlagKey == "told.key").ShouldHaveSingleItem().Message.ShouldContain("an integer in the manifest");
    }

    [Fact]
    public void Key_OfTwoScopes_AnswersWithAnErrorThatNamesBothPlaces()
    {
        Register("billing", Flag("by_key", isOn: true));
        Register("shipping", Flag("by_key", isOn: true));
        FlagEngine engine = new();

        FlagEvaluation<bool> evaluation = engine.GetBooleanDetails("by_key", defaultValue: true);

        evaluation.ErrorCode.ShouldBe(EvaluationErrorCode.FlagNotFound);
        evaluation.Value.ShouldBeTrue();
        evaluation.ErrorMessage.ShouldNotBeNull().ShouldContain("scope 'billing'");
        evaluation.ErrorMessage.ShouldContain("scope 'shipping'");
        engine.IsEnabled("by_key").ShouldBeFalse();
        engine.TryGetDefinition("by_key", out _).ShouldBeFalse();
    }

    [Fact]
    public void Key_OfOneManifestCompiledTwice_IsOneFlag()
    {
        FlagCatalog one = Register("billing", Flag("shared.key", isOn: true));
        FlagCatalog other = Register("billing", Flag("shared.key", isOn: true));
        FlagEngine engine = new();

        engine.IsEnabled("shared.key").ShouldBeTrue();
        engine.IsEnabled(one.Slots[0], null).ShouldBeTrue();
        engine.IsEnabled(other.Slots[0], null).ShouldBeTrue();

        FlagUsage usage = engine.GetUsage().Single(static usage => usage.Key == "shared.key");
        (usage.Scope, usage.Evaluations).ShouldBe(("billing", 3));
    }

    [Fact]
    public void Scope_LeftOut_IsTheNamespace()
    {
        const string Flags = """ { "scope.default": { "status": "enabled", "default_value": true } } """;
        Catalog($$"""{ "flags": {{Flags}} }""").Scope.ShouldBe(typeof(ScopeTests).Namespace);
        Catalog($$"""{ "namespace": "Acme.Shop", "flags": {{Flags}} }""").Scope.ShouldBe("Acme.Shop");
        Catalog($$"""{ "namespace": "Acme.Shop", "scope": "shop", "flags": {{Flags}} }""").Scope.ShouldBe("shop");
    }

    [Fact]
    public void Usage_OfTwoScopes_IsCountedApart()
    {
        FlagCatalog billing = Register("billing", Flag("counted.key", isOn: true));
        FlagCatalog shipping = Register("shipping", Flag("counted.key", isOn: true));
        FlagEngine engine = new();

        engine.IsEnabled(billing.Slots[0], null);
        engine.IsEnabled(billing.Slots[0], null);
        engine.IsEnabled(shipping.Slots[0], null);

        engine.GetUsage().Where(static usage => usage.Key == "counted.key").Select(static usage => (usage.Scope, usage.Evaluations))
            .ShouldBe([("billing", 2), ("shipping", 1)]);
    }

    [Fact]
    public void Engine_ThatServesOneScope_LeavesTheOtherToItsManifest()
    {
        FlagCatalog billing = Register("billing", Flag("served.key", isOn: true));
        FlagCatalog shipping = Register("shipping", Flag("served.key", isOn: true));
        FlagEngine engine = new(timeProvider: null, loggerFactory: null, listeners: null, [billing]);

        engine.Publish(Given.Set("{'flags':{'served.key':{'status':'disabled'}}}"));

        engine.IsEnabled("served.key").ShouldBeFalse();
        engine.IsEnabled(billing.Slots[0], null).ShouldBeFalse();
        engine.IsEnabled(shipping.Slots[0], null).ShouldBeTrue();
    }

    [Fact]
    public void Engine_ThatServesOneScope_KnowsItsKeyAlone()
    {
        FlagCatalog billing = Register("billing", Flag("alone.key", isOn: true));
        Register("shipping", Flag("alone.key", isOn: false));

        FlagEngine engine = new(timeProvider: null, loggerFactory: null, listeners: null, [billing]);

        engine.IsEnabled("alone.key").ShouldBeTrue();
        engine.Explain("alone.key").Source.ShouldBe(FlagSource.Manifest);
    }

    [Fact]
    public void StoreFlag_OfAKeyOfTwoScopes_DecidesForBothThatAnEngineServes()
    {
        FlagCatalog billing = Register("billing", Flag("both.key", isOn: true));
        FlagCatalog shipping = Register("shipping", """ "both.key": { "type": "integer", "status": "enabled", "default_value": 7 } """);
        FlagEngine engine = new();

        engine.Publish(Given.Set("{'flags':{'both.key':{'status':'disabled'}}}"));

        engine.IsEnabled("both.key").ShouldBeFalse();
        engine.Evaluate("both.key").ErrorCode.ShouldBe(EvaluationErrorCode.None);
        engine.IsEnabled(billing.Slots[0], null).ShouldBeFalse();
        engine.Evaluate(shipping.Slots[0], null).ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);
    }

    private static string Flag(string key, bool isOn) =>
        $$""" "{{key}}": { "status": "{{(isOn ? "enabled" : "disabled")}}", "default_value": true } """;

    private static string InSegment(string key, string segment = "scoped_users") =>
        $$""" "{{key}}": { "status": "enabled", "rules": [ { "name": "r", "user_segments": ["{{segment}}"] } ] } """;

    private static string Segment(string name, string userId) => $$""", "segments": { "{{name}}": { "include": ["{{userId}}"] } }""";

    private static FlagCatalog Register(string scope, string flags, string more = "") => Catalog($$"""{ "scope": "{{scope}}", "flags": { {{flags}} }{{more}} }""");

    private static FlagCatalog Catalog(string manifest) => FlagCatalog.Register(typeof(ScopeTests), Encoding.UTF8.GetBytes(manifest));
}
