using System.Text.Json;
using Acme.Shop;

namespace Aurum.FlagGen.GeneratedCode.Tests;

public sealed class PayloadTests
{
    private static ThemePayload Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return ThemePayload.Read(document.RootElement);
    }

    [Fact]
    public void ObjectFlag_ItsValue_IsARecord()
    {
        ThemePayload theme = Features.Theme.GetValue();

        theme.Primary.ShouldBe("#fff");
        theme.Columns.ShouldBe(3);
        theme.Ratio.ShouldBe(1.5);
        theme.Dark.ShouldBeTrue();
        theme.Fonts.ShouldBe(["Sans", "Serif"]);
        theme.Logo.Url.ShouldBe("/logo.svg");
        theme.Logo.Alt.ShouldBeNull();
        theme.Hero.ShouldBeNull();
        theme.Accent.ShouldBeNull();
        theme.MaxWidth.ShouldBeNull();
    }

    [Fact]
    public void ObjectFlag_ItsListOfObjects_IsAListOfRecords() => Features.Theme.GetValue().Links.ShouldBe(
    [
        new ThemePayloadLinks { Url = "/help", Label = "Help" },
        new ThemePayloadLinks { Url = "/jobs" },
    ]);

    [Fact]
    public void Value_ReadTwice_IsTheSameRecord() => Features.Theme.GetValue().ShouldBeSameAs(Features.Theme.GetValue());

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{ "primary": 1, "accent": {}, "columns": "3", "max_width": true, "ratio": "1", "dark": 1, "fonts": "Sans", "logo": [], "hero": 5 }""")]
    [InlineData("""{ "primary": null, "accent": null, "columns": null, "max_width": null, "ratio": null, "dark": null, "fonts": null, "logo": null, "hero": null }""")]
    [InlineData("""{ "columns": 1.5, "max_width": 1e300 }""")]
    public void Record_OfOtherKindsOrNothing_HasDefaults(string json)
    {
        ThemePayload theme = Read(json);

        (theme with { Fonts = [] }).ShouldBe(new ThemePayload { Fonts = [] } with { Fonts = [] }, "every member at its default");
        theme.Fonts.ShouldBeEmpty();
    }

    [Fact]
    public void Record_WithoutAValue_HasDefaults()
    {
        ThemePayload theme = new();

        theme.Primary.ShouldBe("");
        theme.Columns.ShouldBe(0);
        theme.Dark.ShouldBeFalse();
        theme.Fonts.ShouldBeEmpty();
        theme.Logo.Url.ShouldBe("");
    }

    [Fact]
    public void List_WithElementsOfOtherKinds_KeepsThePlaces() => Read("""{ "fonts": ["Sans", 1, null] }""").Fonts.ShouldBe(["Sans", "", ""]);

    [Theory]
    [InlineData("3", 3)]
    [InlineData("3.0", 3)]
    [InlineData("3e2", 300)]
    [InlineData("-9007199254740993", -9007199254740993)]
    public void Integer_HoweverItIsWritten_IsRead(string number, long expected) => Read($$"""{ "columns": {{number}} }""").Columns.ShouldBe(expected);
}
