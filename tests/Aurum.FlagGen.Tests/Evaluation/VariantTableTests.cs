using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

public sealed class VariantTableTests
{
    [Theory]
    [InlineData(FlagType.Boolean, "false")]
    [InlineData(FlagType.String, "\"\"")]
    [InlineData(FlagType.Integer, "0")]
    [InlineData(FlagType.Number, "0")]
    [InlineData(FlagType.Object, "{}")]
    [InlineData(FlagType.Variant, "\"\"")]
    public void Zero_OfAType_IsItsEmptyValue(FlagType type, string expected) => Table(new FeatureFlag { Key = "f", Type = type }).Zero.ToJson().ShouldBe(expected);

    [Fact]
    public void Zero_OfAVariantFlag_IsTheFirstThatTheCodeKnows()
    {
        FeatureFlag flag = new() { Key = "f", Type = FlagType.Variant, Variants = [new FlagVariant("a", "a"), new FlagVariant("b", "b")] };

        Table(flag).Zero.ShouldBe("a");
        Table(flag, "z", "a").Zero.ShouldBe("z");
    }

    [Fact]
    public void Fits_OfAnUnknownType_IsNothing() => Table(new FeatureFlag { Key = "f", Type = (FlagType)99 }).Fits(true).ShouldBeFalse();

    [Fact]
    public void Value_OfTwoVariantsOfOneName_IsTheFirst()
    {
        FeatureFlag flag = new() { Key = "f", Type = FlagType.Integer, Variants = [new FlagVariant("one", 1), new FlagVariant("one", 2)] };

        Table(flag).TryGetValue("one", out FlagValue? value).ShouldBeTrue();
        value.ShouldBe(1);
    }

    [Fact]
    public void Ordinal_IsThePlaceAmongThoseThatTheCodeKnows()
    {
        FeatureFlag flag = new() { Key = "f", Type = FlagType.Variant, Variants = [new FlagVariant("a", "a"), new FlagVariant("b", "b")] };

        Table(flag).OrdinalOf("b").ShouldBe(1);
        Table(flag).OrdinalOf("none").ShouldBe(-1);
        Table(flag, "b", "a").OrdinalOf("b").ShouldBe(0);
        Table(flag, "a").OrdinalOf("b").ShouldBe(-1);
        Table(flag).OrdinalOf(null).ShouldBe(-1);
    }

    /// <summary>The arms of a test are names only where the flag declares none.</summary>
    [Fact]
    public void Names_OfAFlagWithAVariantAndATest_AreItsVariants()
    {
        FeatureFlag flag = new()
        {
            Key = "f",
            Type = FlagType.Variant,
            Variants = [new FlagVariant("a", "a")],
            AbTest = new AbTestConfiguration { Variants = [new VariantWeight("x", 50), new VariantWeight("a", 50)], ControlVariant = "a" },
        };

        Table(flag).OrdinalOf("a").ShouldBe(0);
        Table(flag).OrdinalOf("x").ShouldBe(-1);
        Table(flag with { Variants = [] }).OrdinalOf("x").ShouldBe(0);
        Table(flag with { Variants = [] }).OrdinalOf("a").ShouldBe(1);
    }

    private static VariantTable Table(FeatureFlag flag, params string[] declared) => new(flag, declared.Length > 0 ? declared : null);
}
