using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Numbers are equal by exact value, whatever their width and however they are written.</summary>
public sealed class ExactNumberTests
{
    public static TheoryData<object, string, bool> Pairs { get; } = new()
    {
        { 1234567890123456789, "1234567890123456789", true },
        { 1234567890123456790, "1234567890123456789", false },
        { 1234567890123456700, "1234567890123456789", false },
        { 9007199254740993, "9007199254740992", false },
        { 9007199254740993, "9007199254740993", true },
        { ulong.MaxValue, "18446744073709551615", true },
        { ulong.MaxValue - 1, "18446744073709551615", false },
        { ulong.MaxValue, "18446744073709551616", false },
        { UInt128.MaxValue, "340282366920938463463374607431768211455", true },
        { Int128.MinValue, "-170141183460469231731687303715884105728", true },
        { BigInteger.Pow(10, 60), "1e60", true },
        { BigInteger.Pow(10, 60) + 1, "1e60", false },
        { 0.1, "0.1", true },
        { 0.1, "0.10", true },
        { 0.1f, "0.1", true },
        { (Half)0.5, "0.5", true },
        { 0.1m, "0.10", true },
        { 0.10m, "0.1", true },
        { 0.1, "0.1000000000000000055", false },
        { 0.1000000000000000055m, "0.1000000000000000055", true },
        { 1000, "1e3", true },
        { 1000.0, "1e3", true },
        { 1000m, "1000.000", true },
        { 1e22, "10000000000000000000000", true },
        { 1e23, "1e23", true },
        { (double)(1L << 60), "1152921504606846976", true },
        { (double)(1L << 60), "1152921504606846977", false },
        { -0.0, "0", true },
        { 0, "-0", true },
        { (byte)7, "7.0", true },
        { 1e-320, "1e-320", true },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Equality_OfNumbersOfAnyWidth_IsByExactValue(object attribute, string value, bool areEqual)
    {
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["a"] = attribute });

        Holds("eq", value, context).ShouldBe(areEqual);
        Holds("neq", value, context).ShouldBe(!areEqual);
        Holds("in", $"[{value},-1]", context).ShouldBe(areEqual);
        Holds("nin", $"[{value},'x']", context).ShouldBe(!areEqual);
        Given.Rule($"'conditions':{{'a':{{'op':'eq','value':{value},'value_type':'number'}}}}").IsEnabled("f", context).ShouldBe(areEqual);
        Given.Rule($"'conditions':{{'a':{{'op':'in','value':['{value}'],'value_type':'number'}}}}").IsEnabled("f", context).ShouldBe(areEqual);
        Given.Rule($"'conditions':{{'a':{{'op':'contains','value':{value}}}}}")
            .IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["a"] = new[] { "x", attribute } }))
            .ShouldBe(areEqual);
    }

    [Theory]
    [InlineData("1234567890123456789", "1234567890123456789", true)]
    [InlineData("1234567890123456790", "1234567890123456789", false)]
    [InlineData("1e400", "1", false)]
    [InlineData("123456789012345678901234567890", "1.2345678901234567890123456789e29", true)]
    [InlineData("123456789012345678901234567891", "1.2345678901234567890123456789e29", false)]
    [InlineData("0.10", "0.1", true)]
    [InlineData("1E3", "1000", true)]
    public void Equality_OfNumbersOutOfJson_IsByExactValue(string attribute, string value, bool areEqual)
    {
        using JsonDocument document = JsonDocument.Parse($"{{\"a\":{attribute}}}");
        FlagContext[] contexts =
        [
            FlagContext.From(document.RootElement),
            FlagContext.Parse($"{{\"a\":{attribute}}}"),
            FlagContext.From(new Dictionary<string, object?> { ["a"] = document.RootElement.GetProperty("a") }),
            FlagContext.From(new Dictionary<string, object?> { ["a"] = System.Text.Json.Nodes.JsonNode.Parse(attribute) }),
        ];

        foreach (FlagContext context in contexts)
        {
            Holds("eq", value, context).ShouldBe(areEqual);
            Holds("nin", $"[{value}]", context).ShouldBe(!areEqual);
        }
    }

    /// <summary>Texts that are numbers, where the condition says that they are.</summary>
    [Theory]
    [InlineData("9007199254740993", "9007199254740993", true)]
    [InlineData(" 9007199254740992 ", "9007199254740993", false)]
    [InlineData("+7", "7", true)]
    [InlineData(".5", "0.5", true)]
    [InlineData("5.", "5", true)]
    [InlineData("1,000", "1000", false)]
    public void Equality_OfTextsByNumber_IsByExactValue(string attribute, string value, bool areEqual) =>
        Given.Rule($"'conditions':{{'a':{{'op':'eq','value':{value},'value_type':'number'}}}}")
            .IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["a"] = attribute }))
            .ShouldBe(areEqual);

    /// <summary>Only an order compares in double precision.</summary>
    [Fact]
    public void Order_OfLargeNumbers_IsInDoublePrecision()
    {
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["a"] = ulong.MaxValue });

        Holds("gte", "18446744073709551616", context).ShouldBeTrue();
        Holds("gt", "18446744073709551000", context).ShouldBeFalse();
        Holds("gt", "1", context).ShouldBeTrue();
        Holds("lt", "1e300", FlagContext.Parse("""{"a":1e400}""")).ShouldBeFalse();
    }

    [Fact]
    public void Explain_OfALargeNumber_ShowsAllItsDigits()
    {
        string text = Given.Rule("'conditions':{'a':{'op':'in','value':[1234567890123456789]}}")
            .Explain("f", FlagContext.From(new Dictionary<string, object?> { ["a"] = 1234567890123456790 }))
            .ToString();

        text.ShouldContain("a in [1234567890123456789]: it is 1234567890123456790");
    }

    [Theory]
    [InlineData("1234567890123456789")]
    [InlineData("-98765432109876543210.125")]
    [InlineData("0.1")]
    [InlineData("1E+300")]
    public void Value_OfANumber_KeepsItsDigitsInEveryForm(string number)
    {
        FlagValue value = FlagValue.Parse(number);

        value.ToJson().ShouldBe(number);
        FlagValue.Parse(value.ToJson()).ShouldBe(value);
        JsonSerializer.Deserialize<FlagValue>(JsonSerializer.Serialize(value)).ShouldBe(value);
        FlagValue.From(JsonDocument.Parse(number).RootElement).ShouldBe(value);
        FeatureFlag flag = FeatureFlag.Parse($$"""{"key":"k","type":"number","default_value":{{number}},"metadata":{"account":{{number}} },"rules":[{"name":"r","conditions":{"a":{{number}} } } ] }""");
        FeatureFlag.Parse(flag.ToJson()).ToJson().ShouldBe(flag.ToJson());
        flag.Metadata["account"].ToJson().ShouldBe(number);
        flag.Rules[0].Conditions[0].Value.ToJson().ShouldBe(number);
    }

    [Fact]
    public void Value_OfALong_LosesNoDigit()
    {
        FlagValue value = 1234567890123456789;

        value.ToJson().ShouldBe("1234567890123456789");
        FlagValue.From(1234567890123456789.5m).ToJson().ShouldBe("1234567890123456789.5");
        FlagValue.From(1.50m).ShouldBe(FlagValue.From(1.5));
        value.ShouldNotBe(FlagValue.From(1234567890123456790));
    }

    public static TheoryData<object> Integers { get; } =
        [ulong.MaxValue, Int128.MinValue, UInt128.MaxValue, BigInteger.Pow(7, 60), (nint)5, (byte)5, -5L];

    [Theory]
    [MemberData(nameof(Integers), DisableDiscoveryEnumeration = true)]
    public void TargetingKey_OfAnIntegerOfAnyWidth_IsItsDigits(object id)
    {
        FlagEngine engine = Given.Rule("'rollout_percentage':50");
        string digits = ((IFormattable)id).ToString(null, CultureInfo.InvariantCulture);
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["user_id"] = id });

        engine.Explain("f", context).Rules[0].Rollout!.TargetingKey.ShouldBe(digits);
        engine.Evaluate("f", context).ErrorCode.ShouldBe(EvaluationErrorCode.None);
        engine.IsEnabled("f", context).ShouldBe(engine.IsEnabled("f", Given.User(digits)));
        engine.Explain("f", FlagContext.Parse($"{{\"user_id\":{digits}}}")).Rules[0].Rollout!.TargetingKey.ShouldBe(digits);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(true)]
    public void TargetingKey_OfAnotherKind_IsMissing(object id)
    {
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["user_id"] = id });

        Given.Rule("'rollout_percentage':50").Evaluate("f", context).ErrorCode.ShouldBe(EvaluationErrorCode.TargetingKeyMissing);
    }

    [Fact]
    public void TargetingKey_ThatIsADecimal_IsMissing() =>
        Given.Rule("'rollout_percentage':50").Evaluate("f", FlagContext.From(new Dictionary<string, object?> { ["user_id"] = 5m })).ErrorCode.ShouldBe(EvaluationErrorCode.TargetingKeyMissing);

    private static bool Holds(string op, string value, FlagContext context) =>
        Given.Rule($"'conditions':{{'a':{{'op':'{op}','value':{value}}}}}").IsEnabled("f", context);
}
