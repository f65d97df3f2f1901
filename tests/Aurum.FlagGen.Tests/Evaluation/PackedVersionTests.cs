using Aurum.FlagGen.Evaluation;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Tests.Evaluation;

public sealed class PackedVersionTests
{
    private static readonly string[] Small = ["0", "0.0.0.0", "1", "1.2", "1.2.3", "1.2.3.4", "1.10", "01.002", "65535", "65535.65535.65535.65535", "0.0.0.1", "65534.65535", "9", "1.9.9", "8192", "40000.1"];

    private static readonly string[] Large = ["65536", "1.65536", "1.2.3.99999999999"];

    private static readonly string[] Broken = ["", ".", "1.", ".1", "1..2", "1.2.3.4.5", "v1", "-1", " 1", "1 ", "1.a", "1.2.*", "٧", ":", "1:2", "1.:"];

    private static readonly string[] Operands = ["0", "1", "1.2", "1.2.0.0", "1.2.3.4", "65535.65535.65535.65535", "0.*", "1.*", "1.2.*", "65535.*", "65535.65535.65535.*", "1.65536", "65536.*"];

    [Fact]
    public void TryParse_SmallVersions_OrdersThemAsVersions()
    {
        foreach ((string left, string right) in Small.SelectMany(static left => Small.Select(right => (left, right))))
        {
            PackedVersion.TryParse(left, out ulong packed).ShouldBeTrue(left);
            PackedVersion.TryParse(right, out ulong other).ShouldBeTrue(right);

            packed.CompareTo(other).ShouldBe(Version(left).CompareTo(Version(right)), $"{left} and {right}");
        }
    }

    [Fact]
    public void TryParse_OtherTexts_RefusesThem() =>
        Large.Concat(Broken).Where(static text => PackedVersion.TryParse(text, out _)).ShouldBeEmpty();

    [Theory]
    [InlineData("gt")]
    [InlineData("gte")]
    [InlineData("lt")]
    [InlineData("lte")]
    public void Order_OfAField_IsTheOrderOfTheSameTextInADictionary(string op)
    {
        foreach (string operand in Operands)
        {
            FlagEngine engine = Given.Rule($"'conditions':{{'app.version':{{'op':'{op}','value':'{operand}','value_type':'version'}}}}");
            foreach (string version in Small.Concat(Large).Concat(Broken))
            {
                bool expected = engine.IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["app.version"] = version }));

                engine.IsEnabled("f", new Engine.ShopContext { AppVersion = version }).ShouldBe(expected, $"{version} {op} {operand}");
            }
        }
    }

    [Fact]
    public void Order_OfAFieldWithoutAValue_HoldsForNobody()
    {
        FlagEngine engine = Given.Rule("'conditions':{'app.version':{'op':'gte','value':'0','value_type':'version'}}");
        engine.IsEnabled("f", new Engine.ShopContext { AppVersion = "1" }).ShouldBeTrue();

        FlagEvaluation<FlagValue> evaluation = engine.Evaluate("f", new Engine.ShopContext());

        evaluation.Value.ShouldBe(false);
        evaluation.ErrorCode.ShouldBe(EvaluationErrorCode.None);
    }

    private static DottedVersion Version(string text) => DottedVersion.TryParse(text, out DottedVersion version) ? version : throw new ArgumentException(text);
}
