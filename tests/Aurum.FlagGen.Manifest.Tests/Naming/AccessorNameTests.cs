using Aurum.FlagGen.Manifest.Naming;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Naming;

public sealed class AccessorNameTests
{
    [Theory]
    [InlineData("dashboard_widget", "DashboardWidget")]
    [InlineData("page-size", "PageSize")]
    [InlineData("new-nav", "NewNav")]
    [InlineData("newNav", "NewNav")]
    [InlineData("a:b", "AB")]
    [InlineData("HTTPServer", "HTTPServer")]
    [InlineData("v2_api3beta", "V2Api3beta")]
    [InlineData("__x__y__", "XY")]
    [InlineData("2fa", "2fa")]
    [InlineData("-", "")]
    [InlineData("", "")]
    [InlineData("iı", "Iı")]
    public void FromKeyPart_Part_IsPascalCase(string part, string expected) => AccessorName.FromKeyPart(part).ShouldBe(expected);

    [Theory]
    [InlineData("Flow", true)]
    [InlineData("_x1", true)]
    [InlineData("Ärger", true)]
    [InlineData("日本", true)]
    [InlineData("Ⅷ", true)]
    [InlineData("a\u0301", true)]
    [InlineData("", false)]
    [InlineData("2fa", false)]
    [InlineData("a-b", false)]
    [InlineData("a b", false)]
    [InlineData("@class", false)]
    [InlineData("class", false)]
    [InlineData("Class", true)]
    [InlineData("record", false)]
    [InlineData("a\u200Db", false)]
    [InlineData("😀", false)]
    [InlineData("\u0301a", false)]
    public void IsIdentifier_Text_IsWhatCSharpTakesAsItStands(string text, bool expected) => AccessorName.IsIdentifier(text).ShouldBe(expected);

    [Theory]
    [InlineData("2fa", "Flag2fa")]
    [InlineData("", "Flag")]
    [InlineData("class", "Class")]
    [InlineData("checkout.flow", "CheckoutFlow")]
    [InlineData("My Flag!", "MyFlag")]
    [InlineData("😀", "Flag")]
    public void Propose_Text_GivesAnIdentifier(string text, string expected) => AccessorName.Propose(text).ShouldBe(expected);

    [Fact]
    public void Propose_AnyText_GivesAnIdentifier() => Gen.String.Sample(static text => AccessorName.IsIdentifier(AccessorName.Propose(text)).ShouldBeTrue());

    [Theory]
    [InlineData("VariantA", "variantA")]
    [InlineData("HTTPServer", "httpServer")]
    [InlineData("ID", "id")]
    [InlineData("A", "a")]
    [InlineData("ABTest", "abTest")]
    [InlineData("V2Flow", "v2Flow")]
    [InlineData("already", "already")]
    [InlineData("_X", "_X")]
    [InlineData("", "")]
    public void ToCamelCase_Name_LowersTheFirstWord(string pascal, string expected) => AccessorName.ToCamelCase(pascal).ShouldBe(expected);

    [Theory]
    [InlineData("new", "@new")]
    [InlineData("default", "@default")]
    [InlineData("field", "@field")]
    [InlineData("control", "control")]
    public void EscapeIdentifier_Keyword_GetsAnAt(string identifier, string expected) => AccessorName.EscapeIdentifier(identifier).ShouldBe(expected);
}
