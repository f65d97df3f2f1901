namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>A list of several kinds of values: no kind is ever taken for another.</summary>
public sealed class ScalarConditionTests
{
    [Theory]
    [InlineData("[true,'x']", "true", true)]
    [InlineData("[true,'x']", "false", false)]
    [InlineData("[false,'x']", "false", true)]
    [InlineData("[false,'x']", "true", false)]
    [InlineData("[true,'x']", "'x'", true)]
    [InlineData("[true,'x']", "'X'", false)]
    [InlineData("[true,'x']", "'true'", false)]
    [InlineData("[null,'x']", "null", true)]
    [InlineData("[1,'x']", "null", false)]
    [InlineData("[1,'x']", "1.0", true)]
    [InlineData("[1,'x']", "'1'", false)]
    [InlineData("[1,'x']", "true", false)]
    [InlineData("[1,2]", "2", true)]
    [InlineData("[1,2]", "3", false)]
    [InlineData("[1,2]", "'1'", false)]
    [InlineData("[]", "'x'", false)]
    public void In_AMixedList_ComparesKindByKind(string list, string attribute, bool expected)
    {
        FlagContext context = Given.Context($"{{'a':{attribute}}}");

        Holds($"'op':'in','value':{list}", context).ShouldBe(expected);
        Holds($"'op':'nin','value':{list}", context).ShouldBe(!expected);
    }

    [Theory]
    [InlineData("true", "true", true)]
    [InlineData("true", "false", false)]
    [InlineData("false", "false", true)]
    [InlineData("false", "true", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "false", false)]
    public void Eq_AWord_IsThatWord(string value, string attribute, bool expected) =>
        Holds($"'op':'eq','value':{value}", Given.Context($"{{'a':{attribute}}}")).ShouldBe(expected);

    [Fact]
    public void In_AMixedListThatIgnoresCase_IgnoresIt() => Holds("'op':'in','value':[1,'X'],'ignore_case':true", Given.Context("{'a':'x'}")).ShouldBeTrue();

    [Fact]
    public void In_AListWithoutTexts_HoldsNoInstant() =>
        Holds("'op':'in','value':[1,2]", FlagContext.From(new Dictionary<string, object?> { ["a"] = Given.Noon })).ShouldBeFalse();

    private static bool Holds(string condition, FlagContext context) => Given.Rule($"'conditions':{{'a':{{{condition}}}}}").IsEnabled("f", context);
}
