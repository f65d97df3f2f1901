using System.Text.Json;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

public class ByKeyTests
{
    private static readonly FlagEngine Engine = Given.Flags("""
        'b':{'status':'enabled','default_value':true},
        's':{'type':'string','status':'enabled','default_value':'text'},
        'i':{'type':'integer','status':'enabled','default_value':7},
        'n':{'type':'number','status':'enabled','default_value':1.5},
        'o':{'type':'object','status':'enabled','default_value':{'x':1} },
        'v':{'type':'variant','status':'enabled','default_value':'a','variants':['a','b']}
        """);

    [Fact]
    public void Evaluate_AsTheFlagsType_GivesItsValue()
    {
        Engine.GetBooleanValue("b", false).ShouldBeTrue();
        Engine.GetStringValue("s", "").ShouldBe("text");
        Engine.GetStringValue("v", "").ShouldBe("a");
        Engine.GetIntegerValue("i", 0).ShouldBe(7);
        Engine.GetDoubleValue("n", 0).ShouldBe(1.5);
        Engine.GetDoubleValue("i", 0).ShouldBe(7);
        Engine.GetObjectValue("o", default).GetProperty("x").GetInt32().ShouldBe(1);
        Engine.Evaluate("o").Value.ToJson().ShouldBe("""{"x":1}""");
    }

    [Theory]
    [InlineData("s")]
    [InlineData("i")]
    [InlineData("v")]
    public void Evaluate_AsAnotherType_GivesTheCallersDefault(string key)
    {
        FlagEvaluation<bool> result = Engine.GetBooleanDetails(key, true);

        result.Value.ShouldBeTrue();
        result.Reason.ShouldBe(EvaluationReason.Error);
        result.ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);
        result.ErrorMessage.ShouldNotBeNull().ShouldContain(key);
    }

    [Fact]
    public void Evaluate_NumberAsInteger_IsAnotherType() => Engine.GetIntegerDetails("n", 3).ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);

    [Fact]
    public void Evaluate_UnknownKeyAsObject_GivesTheCallersDefault()
    {
        JsonElement fallback = FlagValue.Parse("""{"y":2}""").ToJsonElement();

        Engine.GetObjectDetails("missing", fallback).Value.GetProperty("y").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void EvaluateAll_Always_TellsEveryFlagInOrder()
    {
        string[] keys = [.. Engine.EvaluateAll().Select(static evaluation => evaluation.Key)];

        keys.Take(6).ShouldBe(["b", "s", "i", "n", "o", "v"]);
        keys.ShouldBe(Engine.Definitions.Select(static flag => flag.Key));
    }

    [Fact]
    public void EvaluateAll_IntoLittleRoom_FillsIt()
    {
        FlagEvaluation<FlagValue>[] results = new FlagEvaluation<FlagValue>[2];

        Engine.EvaluateAll(null, results).ShouldBe(2);
        results[1].Key.ShouldBe("s");
    }

    [Fact]
    public void Unknown_Key_IsOffAndHasNoVariant()
    {
        Engine.IsEnabled("missing").ShouldBeFalse();
        Engine.GetVariant("missing").ShouldBeNull();
        Engine.Explain("missing").Source.ShouldBe(FlagSource.None);
        Engine.Explain("missing").ErrorCode.ShouldBe(EvaluationErrorCode.FlagNotFound);
    }

    [Fact]
    public void Version_OfTheDefinition_IsReported() =>
        WithVersion(12).Evaluate("f").Version.ShouldBe(12);

    private static FlagEngine WithVersion(long version)
    {
        FlagEngine engine = new();
        engine.Publish(new FlagSet { Version = "1", Flags = [new FeatureFlag { Key = "f", Version = version }] });
        return engine;
    }
}
