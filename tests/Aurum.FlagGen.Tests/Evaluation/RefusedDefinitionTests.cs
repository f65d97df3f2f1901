using System.Text.Json.Nodes;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Tests.Checking;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Whatever the build refuses, and somebody wrote into a store all the same, the engine tells as a fault: it never answers in silence.</summary>
public sealed class RefusedDefinitionTests
{
    /// <summary>What is wrong only where C# is generated: an engine generates none.</summary>
    private static readonly ManifestRule[] OfGeneratedCode = [ManifestRules.Accessor, ManifestRules.Identifier];

    /// <summary>Cases in which the build refuses what says nothing.</summary>
    private static readonly string[] Nothings = ["AFG1004 key inside flags.json", "AFG1005 null", "AFG1201 rules", "AFG1201 status"];

    public static TheoryData<string> Errors =>
        new(ManifestCases.All.Where(static one => one.Rule.Severity == ManifestSeverity.Error && !OfGeneratedCode.Contains(one.Rule)).Select(static one => one.ToString()));

    [Theory]
    [MemberData(nameof(Errors))]
    public void Engine_OnWhatTheBuildRefuses_TellsAFault(string name)
    {
        ManifestCase one = ManifestCases.Find(name);

        if (Nothings.Contains(name))
        {
            // What a definition as data does not tell apart: see WithoutNothing.
            ErrorsOf(WithoutNothing(one.Text)).ShouldBeEmpty(one.Text);
            return;
        }

        Told(one.Text).ShouldNotBeEmpty(one.Text);
        Told(one.Valid).ShouldBeEmpty(one.Valid);
    }

    [Fact]
    public void Errors_EveryRuleOfTheChecker_HasACase() =>
        ManifestRules.All.Where(static rule => rule.Severity == ManifestSeverity.Error)
            .Except(OfGeneratedCode)
            .Select(static rule => rule.Id)
            .Except(Errors.Select(static row => row.Data.Split(' ')[0]))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("'rollout_plan':{'strategy':'percentage'}")]
    [InlineData("'rollout_plan':{'strategy':'scheduled'}")]
    [InlineData("'rollout_plan':{'strategy':'targeted'}")]
    [InlineData("'rollout_plan':{'strategy':'percentage','percentage':100,'user_segments':['beta_testers']}")]
    [InlineData("'rollout_plan':{'strategy':'percentage','percentage':100,'user_segments':[]}")]
    [InlineData("'rollout_plan':{'strategy':'percentage','percentage':100,'required_flags':['f']}")]
    [InlineData("'rollout_plan':{'strategy':'gradual','percentage':100,'step_percentage':10,'step_interval_hours':1,'start_time':'2020-01-01'}")]
    [InlineData("'rollout_plan':{'strategy':'gradual','step_interval_hours':1,'start_time':'2020-01-01','start_percentage':100}")]
    [InlineData("'rollout_plan':{'strategy':'targeted','percentage':100,'percent':5}")]
    [InlineData("'rollout_percentage':33.3333")]
    [InlineData("'rollout_percent':5")]
    [InlineData("'conditions':{'a':{'op':'neq','value':1,'negated':true}}")]
    [InlineData("'conditions':{'a':{'op':'lt','value':1,'ignore_case':true}}")]
    [InlineData("'required_flags':['g'],'excluded_flags':['g']")]
    public void Rule_ThatTheBuildRefuses_ReachesNobody(string members)
    {
        FlagEngine engine = Given.Flags($"'g':{{'status':'enabled','default_value':true}},'f':{{'status':'enabled','rules':[{{'name':'r',{members}}}]}}");

        engine.IsEnabled("f", Given.Context("{'user_id':'u','a':0}")).ShouldBeFalse();
        engine.Faults.ShouldContain(static fault => fault.FlagKey == "f" && fault.RuleName == "r");
        engine.Explain("f").Rules[0].Fault.ShouldNotBeNull();
    }

    /// <summary>By a formula that the build refuses, users would change side without a word.</summary>
    [Theory]
    [InlineData("'rules':[{'name':'r','rollout_percentage':99.999}]")]
    [InlineData("'rules':[{'name':'first','conditions':{'x':{'op':'eqq','value':1}}},{'name':'r','rollout_percentage':99.999}]")]
    [InlineData("'rules':[{'name':'r','rollout_plan':{'strategy':'scheduled','percentage':99.999,'start_time':'2020-01-01'}}]")]
    [InlineData("'variants':{'a':true,'b':false},'rules':[{'name':'r','split':{'a':99.999,'b':0.001}}]")]
    [InlineData("'variants':{'a':true,'c':false},'ab_test':{'variants':{'a':99.999,'c':0.001},'control_variant':'c'}")]
    public void Formula_ThatTheBuildRefuses_DecidesNothing(string members)
    {
        FlagEngine engine = Given.Flags($"'f':{{'status':'enabled','bucketing':{{'algorithm':'growthbook','seeed':'exp1'}},{members}}}");

        Enumerable.Range(0, 100).ShouldAllBe(i => !engine.IsEnabled("f", Given.User($"u{i}")));
        engine.Faults.ShouldContain(static fault => fault.Message.Contains("seeed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'rules':[{'name':'r','rollout_percentage':100}]")]
    [InlineData("'rules':[{'name':'r','rollout_percentage':99.999,'bucketing':{'algorithm':'growthbook'}}]")]
    public void Formula_ThatTheBuildRefusesAndNothingNeeds_IsToldAllTheSame(string members)
    {
        FlagEngine engine = Given.Flags($"'f':{{'status':'enabled','bucketing':{{'algorithm':'growthbook','seeed':'exp1'}},{members.Replace("'rules':[", "'rules':[{'name':'first','conditions':{'x':{'op':'eqq','value':1}}},")}}}");

        engine.IsEnabled("f", Given.User("u1")).ShouldBeTrue();
        engine.Faults.Where(static fault => fault.RuleName is null).ShouldHaveSingleItem().Message.ShouldContain("seeed");
    }

    /// <summary>The other rules, and the flag, work as ever.</summary>
    [Fact]
    public void Rule_ThatTheBuildRefuses_LeavesTheDecisionToTheNext()
    {
        FlagEngine engine = Given.Flags("'f':{'status':'enabled','rules':[{'name':'r','rollout_plan':{'strategy':'percentage'}},{'name':'s','conditions':{'a':1}}]}");

        engine.Evaluate("f", Given.Context("{'a':1}")).RuleName.ShouldBe("s");
        engine.Evaluate("f", Given.Context("{'a':2}")).Reason.ShouldBe(EvaluationReason.Default);
    }

    [Fact]
    public void Message_ThatEndsInAQuestion_HasOneEnd()
    {
        FlagEngine engine = Given.Flags("'f':{'status':'enabled','rules':[{'name':'r','rollout_percentag':10}]}");

        engine.Faults.ShouldHaveSingleItem().Message.ShouldEndWith("did you mean 'rollout_percentage'?");
    }

    [Fact]
    public void Test_ThatTheBuildRefuses_GivesTheControlToEverybody()
    {
        FlagEngine engine = Given.Flags("'f':{'type':'variant','status':'enabled','default_value':'a','ab_test':{'variants':{'a':0,'b':100},'control_variant':'a','end_dat':'2020-01-01'}}");

        engine.Evaluate("f", Given.User("u")).Variant.ShouldBe("a");
        engine.Faults.ShouldHaveSingleItem().Message.ShouldContain("end_dat");
    }

    public static TheoryData<FeatureFlag> Unwritable { get; } =
    [
        new FeatureFlag { Key = "f", DefaultValue = true, Status = (FeatureFlagStatus)9 },
        new FeatureFlag { Key = "f", DefaultValue = true, Type = (FlagType)9 },
        new FeatureFlag { Key = "f", DefaultValue = true, Tags = null! },
        new FeatureFlag { Key = "f", DefaultValue = true, Rules = null! },
        new FeatureFlag { Key = "f", DefaultValue = true, Rules = [null!] },
        new FeatureFlag { Key = "f", DefaultValue = true, Variants = null! },
        new FeatureFlag { Key = "f", DefaultValue = true, Rules = [new FeatureFlagRule { Name = "r", Conditions = null! }] },
    ];

    /// <summary>A store of the application's own may give what no reader would: the flag is at fault, and the others go on.</summary>
    [Theory]
    [MemberData(nameof(Unwritable))]
    public void Flag_ThatNoReaderWouldGive_IsAFaultOfItsOwn(FeatureFlag flag)
    {
        FlagEngine engine = Given.Engine();

        engine.Publish(new FlagSet { Version = "1", Flags = [flag, new FeatureFlag { Key = "g", Status = FeatureFlagStatus.Enabled, DefaultValue = true }] });

        engine.IsEnabled("g").ShouldBeTrue();
        engine.Evaluate("f").ErrorCode.ShouldBe(EvaluationErrorCode.ParseError);
        engine.Faults.ShouldContain(static fault => fault.FlagKey == "f");
    }

    [Fact]
    public void Plan_AsData_KeepsWhatItsStrategyLacks()
    {
        const string Text = """{"key":"k","rules":[{"name":"r","rollout_plan":{"strategy":"percentage","percentage":50,"user_segments":["a"],"required_flags":[]}}]}""";

        FeatureFlag.Parse(Text).ToJson().ShouldBe(Text);
    }

    [Fact]
    public void Engine_OnMutatedManifests_AgreesWithTheChecker() => Compare(first: 0, MutatedManifests.Few);

    /// <summary>The long run, for which the variable FLAGGEN_LONG says how many manifests, or 1 for two hundred thousand.</summary>
    [Fact]
    public void Engine_OnManyMutatedManifests_AgreesWithTheChecker() => Compare(first: MutatedManifests.Few, LongRun.Count(MutatedManifests.Many));

    private static void Compare(int first, int count)
    {
        List<string> disagreements = [];
        Lock gate = new();
        Parallel.For(first, first + count, number =>
        {
            string text = MutatedManifests.Create(number);
            ManifestError[] errors = ErrorsOf(text);
            IReadOnlyList<string> told = Told(text);
            bool isOfEngine = ErrorsOf(WithoutNothing(text)).Any(static error => !OfGeneratedCode.Contains(error.Rule));
            if (errors.Length == 0 ? told.Count > 0 : isOfEngine && told.Count == 0)
            {
                lock (gate)
                {
                    disagreements.Add($"manifest {number}: {text}\n checker: {string.Join<object>(" ", errors)}\n engine: {string.Join(" ", told)}\n");
                }
            }
        });
        disagreements.Order().Take(10).ShouldBeEmpty($"{disagreements.Count} disagreements");
    }

    private static ManifestError[] ErrorsOf(string text) => [.. ManifestReader.Read(text).Errors.Where(static error => error.Rule.Severity == ManifestSeverity.Error)];

    /// <summary>The manifest without what says nothing in a store: a member that is null, a list of nothing and the word that is meant anyway are the same as none, and the version is the store's.</summary>
    private static string WithoutNothing(string text)
    {
        JsonNode root = JsonNode.Parse(text)!;
        RemoveNothing(root);
        return root.ToJsonString();
    }

    private static void RemoveNothing(JsonNode? node)
    {
        foreach (JsonNode? inner in node is JsonArray list ? [.. list] : Array.Empty<JsonNode?>())
        {
            RemoveNothing(inner);
        }

        if (node is not JsonObject members)
        {
            return;
        }

        foreach ((string name, JsonNode? value) in members.ToArray())
        {
            bool isNothing = value is null or JsonArray { Count: 0 } || name is "key" or "version" || (name == "status" && value is JsonValue word && word.TryGetValue(out string? text) && text == "disabled");
            if (isNothing && name != "value")
            {
                members.Remove(name);
            }
            else
            {
                RemoveNothing(value);
            }
        }
    }

    /// <summary>What is told of a manifest that somebody wrote into a store by other means than a build or a manager.</summary>
    private static IReadOnlyList<string> Told(string manifest)
    {
        FlagSetReadResult read = FlagSetReader.Read(manifest, "1");
        if (read.Set is null || read.Faults.Count > 0)
        {
            return [.. read.Faults.Select(static fault => fault.Message)];
        }

        FlagEngine engine = Given.Engine();
        engine.Publish(read.Set);
        return [.. engine.Faults.Select(static fault => fault.Message)];
    }
}
