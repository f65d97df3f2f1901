using Aurum.FlagGen.Manifest.Values;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Values;

public sealed class DottedVersionTests
{
    [Theory]
    [InlineData("1", "1.0.0.0", 0)]
    [InlineData("1.2", "1.2.0", 0)]
    [InlineData("01.002", "1.2", 0)]
    [InlineData("1.10", "1.9", 1)]
    [InlineData("1.2.3.4", "1.2.3.5", -1)]
    [InlineData("2", "1.9.9.9", 1)]
    [InlineData("999999999999999999", "1", 1)]
    [InlineData("000000000000000000000000000001", "1", 0)]
    public void CompareTo_Versions_OrdersByNumber(string left, string right, int order)
    {
        Math.Sign(Parse(left).CompareTo(Parse(right))).ShouldBe(order);
        Math.Sign(Parse(right).CompareTo(Parse(left))).ShouldBe(-order);
        Parse(left).Equals(Parse(right)).ShouldBe(order == 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("1..2")]
    [InlineData("1.2.3.4.5")]
    [InlineData("v1")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.a")]
    [InlineData("1.*")]
    [InlineData("1,2")]
    [InlineData("1.2-rc")]
    [InlineData("٣")]
    [InlineData("9999999999999999999")]
    public void TryParse_NotAVersion_IsRefused(string text) => DottedVersion.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1.2.*", "1.2", 0)]
    [InlineData("1.2.*", "1.2.99.3", 0)]
    [InlineData("1.2.*", "1.3", 1)]
    [InlineData("1.2.*", "1.1.99", -1)]
    [InlineData("1.*", "1.99", 0)]
    [InlineData("1.2.3.*", "1.2.3.4", 0)]
    [InlineData("1.2.3.*", "1.2.4", 1)]
    [InlineData("1.2", "1.2.0.0", 0)]
    [InlineData("1.2", "1.2.0.1", 1)]
    public void Compare_Pattern_LooksOnlyAtThePartsBeforeTheStar(string text, string version, int order)
    {
        DottedVersionPattern.TryParse(text, out DottedVersionPattern pattern).ShouldBeTrue();

        Math.Sign(pattern.Compare(Parse(version))).ShouldBe(order);
        pattern.HasWildcard.ShouldBe(text.EndsWith('*'));
    }

    [Theory]
    [InlineData("*")]
    [InlineData(".*")]
    [InlineData("1*")]
    [InlineData("1.2*")]
    [InlineData("1.*.2")]
    [InlineData("1.*.*")]
    [InlineData("1.2.3.4.*")]
    [InlineData("1.2.")]
    [InlineData("")]
    public void TryParsePattern_StarElsewhere_IsRefused(string text) => DottedVersionPattern.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void CompareTo_FourParts_AgreesWithSystemVersion() =>
        Gen.Int[0, 3].Array[4].Array[2].Sample(static pair =>
        {
            string left = string.Join('.', pair[0]);
            string right = string.Join('.', pair[1]);
            Math.Sign(Parse(left).CompareTo(Parse(right))).ShouldBe(Math.Sign(Version.Parse(left).CompareTo(Version.Parse(right))));
        });

    private static DottedVersion Parse(string text)
    {
        DottedVersion.TryParse(text, out DottedVersion version).ShouldBeTrue(text);
        return version;
    }
}
