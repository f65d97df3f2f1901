using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Definitions;

/// <summary>The framework's serializer writes definitions, evaluations and explanations as the manifest is written, with reflection and without.</summary>
public sealed partial class SerializerTests
{
    private const string Flag = """{"key":"checkout","type":"variant","status":"conditional","default_value":"a","variants":["a","b"],"rules":[{"name":"r","conditions":{"account":{"op":"in","value":[1234567890123456789]}},"rollout_plan":{"strategy":"percentage","percentage":50},"variant":"b"}],"future":{"x":1}}""";

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 65 };

    public static TheoryData<bool> Ways => [true, false];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Flag_IsWrittenAndReadAsInAStore(bool isGenerated)
    {
        FeatureFlag flag = FeatureFlag.Parse(Flag);
        string json = isGenerated ? JsonSerializer.Serialize(flag, Types.Default.FeatureFlag) : JsonSerializer.Serialize(flag);

        json.ShouldBe(flag.ToJson());
        FeatureFlag read = (isGenerated ? JsonSerializer.Deserialize(json, Types.Default.FeatureFlag) : JsonSerializer.Deserialize<FeatureFlag>(json))!;
        read.ToJson().ShouldBe(flag.ToJson());
    }

    [Fact]
    public void Flags_OfAnySort_SurviveTheSerializer() => CsCheck.Check.Sample(
        RandomFlags.Any,
        static flag => JsonSerializer.Deserialize<FeatureFlag>(JsonSerializer.Serialize(flag))!.ToJson().ShouldBe(flag.ToJson()));

    [Fact]
    public void Flag_ThatCannotBeRead_SaysWhereAndWhatToWrite() =>
        Should.Throw<JsonException>(static () => JsonSerializer.Deserialize<FeatureFlag>("""{"key":"k","status":"on"}""")).Message.ShouldContain("/status");

    [Fact]
    public void Rule_IsWrittenAndReadAsInADefinition()
    {
        FeatureFlagRule rule = FeatureFlag.Parse(Flag).Rules[0];
        string json = JsonSerializer.Serialize(rule);

        json.ShouldStartWith("{\"name\":\"r\",\"conditions\":{\"account\":");
        JsonSerializer.Serialize(JsonSerializer.Deserialize<FeatureFlagRule>(json)).ShouldBe(json);
        Should.Throw<JsonException>(static () => JsonSerializer.Deserialize<FeatureFlagRule>("{}")).Message.ShouldContain("\"name\"");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Evaluation_IsWrittenInTheWordsOfOpenFeature(bool isGenerated)
    {
        FlagEvaluation<bool> evaluation = Given.Rule("'conditions':{'a':1}").GetBooleanDetails("f", defaultValue: false, Given.Context("{'a':1}"));
        string json = isGenerated ? JsonSerializer.Serialize(evaluation, Types.Default.FlagEvaluationBoolean) : JsonSerializer.Serialize(evaluation);

        json.ShouldBe("""{"key":"f","value":true,"reason":"TARGETING_MATCH","rule_name":"r","rule_index":0,"version":0,"is_stale":false}""");
        (isGenerated ? JsonSerializer.Deserialize(json, Types.Default.FlagEvaluationBoolean) : JsonSerializer.Deserialize<FlagEvaluation<bool>>(json)).ShouldBe(evaluation);
    }

    [Fact]
    public void Evaluation_ThatFailed_NamesItsError()
    {
        FlagEvaluation<FlagValue> evaluation = Given.Engine().GetDetails("nowhere", 5);

        string json = JsonSerializer.Serialize(evaluation);

        json.ShouldContain("\"reason\":\"ERROR\"");
        json.ShouldContain("\"error_code\":\"FLAG_NOT_FOUND\"");
        JsonSerializer.Deserialize<FlagEvaluation<FlagValue>>(json).ShouldBe(evaluation);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Explanation_IsWrittenAndRead(bool isGenerated)
    {
        FlagExplanation explanation = Given.Rule("'conditions':{'a':1},'rollout_percentage':50").Explain("f", Given.Context("{'a':1,'user_id':'u'}"));
        string json = isGenerated ? JsonSerializer.Serialize(explanation, Types.Default.FlagExplanation) : JsonSerializer.Serialize(explanation);

        using JsonDocument document = JsonDocument.Parse(json);
        document.RootElement.GetProperty("source").GetString().ShouldBe("STORE");
        document.RootElement.GetProperty("status").GetString().ShouldBe("enabled");
        document.RootElement.GetProperty("rules")[0].GetProperty("conditions")[0].GetProperty("is_understood").GetBoolean().ShouldBeTrue();
        FlagExplanation read = (isGenerated ? JsonSerializer.Deserialize(json, Types.Default.FlagExplanation) : JsonSerializer.Deserialize<FlagExplanation>(json))!;
        read.ToString().ShouldBe(explanation.ToString());
    }

    [Fact]
    public void AuditEntry_IsWrittenAndReadAsInALog()
    {
        AuditEntry entry = new() { Sequence = 1, At = Given.Noon, Actor = "me", Action = "update", Key = "k", After = """{"key":"k","metadata":{"n":1234567890123456789}}""" };
        string json = JsonSerializer.Serialize(entry);

        json.ShouldBe(entry.ToJson());
        JsonSerializer.Deserialize<AuditEntry>(json).ShouldBe(entry);
        Should.Throw<JsonException>(static () => JsonSerializer.Deserialize<AuditEntry>("[]"));
    }

    [Fact]
    public void AuditEntry_WithADefinitionAsDeepAsOneMayBe_IsWrittenAndRead()
    {
        FeatureFlag flag = FeatureFlag.Parse($$"""{"key":"k","type":"object","default_value":{{Nested(63)}}}""");
        AuditEntry entry = new() { Sequence = 1, At = Given.Noon, Actor = "me", Action = "update", Key = "k", After = flag.ToJson() };

        string json = JsonSerializer.Serialize(entry);

        json.ShouldBe(entry.ToJson());
        JsonSerializer.Deserialize<AuditEntry>(json, Deep).ShouldBe(entry);
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("""{"a":""", depth)) + "1" + new string('}', depth);

    [JsonSerializable(typeof(FeatureFlag))]
    [JsonSerializable(typeof(FlagEvaluation<bool>))]
    [JsonSerializable(typeof(FlagExplanation))]
    private sealed partial class Types : JsonSerializerContext;
}
