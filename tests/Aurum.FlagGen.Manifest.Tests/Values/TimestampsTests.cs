using System.Globalization;
using Aurum.FlagGen.Manifest.Values;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Values;

public sealed class TimestampsTests
{
    private static readonly Gen<DateTimeOffset> Instant = Gen.Select(Gen.Long[DateTime.MinValue.Ticks + TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-14 * 60, 14 * 60])
        .Select(static (ticks, offset) => new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset)));

    [Theory]
    [InlineData("2027-03-31T12:34:56Z", "2027-03-31T12:34:56Z")]
    [InlineData("2027-03-31t12:34:56z", "2027-03-31T12:34:56Z")]
    [InlineData("2027-03-31T12:34:56.5+02:00", "2027-03-31T10:34:56.5Z")]
    [InlineData("2027-03-31T12:34:56-00:00", "2027-03-31T12:34:56Z")]
    [InlineData("2027-03-31T23:59:59.12345678999-23:59", "2027-04-01T23:58:59.1234567Z")]
    [InlineData("2028-02-29T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.9999999Z")]
    [InlineData("2016-12-31T15:59:60.75-08:00", "2016-12-31T23:59:59.9999999Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("9999-12-31T23:59:60Z", "9999-12-31T23:59:59.9999999Z")]
    public void TryParseContext_Rfc3339_GivesTheInstant(string text, string expected)
    {
        Timestamps.TryParseContext(text, out long ticks).ShouldBeTrue();
        Timestamps.Format(ticks).ShouldBe(expected);
        Timestamps.TryParseDefinition(text, out long same).ShouldBeTrue();
        same.ShouldBe(ticks);
    }

    [Theory]
    [InlineData("2027-03-31T12:34:56", "2027-03-31T12:34:56Z")]
    [InlineData("2027-03-31T12:34:56.25", "2027-03-31T12:34:56.25Z")]
    [InlineData("2027-03-31", "2027-03-31T00:00:00Z")]
    public void TryParseDefinition_WithoutOffset_IsUtcAndOnlyThere(string text, string expected)
    {
        Timestamps.TryParseDefinition(text, out long ticks).ShouldBeTrue();
        Timestamps.Format(ticks).ShouldBe(expected);
        Timestamps.TryParseContext(text, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2027")]
    [InlineData("2027-03")]
    [InlineData("2027-3-1")]
    [InlineData("2027-02-29")]
    [InlineData("2027-13-01")]
    [InlineData("2027-00-01")]
    [InlineData("2027-01-00")]
    [InlineData("2027-04-31")]
    [InlineData("0000-01-01")]
    [InlineData("+2027-01-01")]
    [InlineData("2027-01-01 ")]
    [InlineData("2027/01/01")]
    [InlineData("٢٠٢٧-٠١-٠١")]
    [InlineData("2027-03-31 12:34:56Z")]
    [InlineData("2027-03-31T12:34Z")]
    [InlineData("2027-03-31T12:34:56.Z")]
    [InlineData("2027-03-31T12:34:56,5Z")]
    [InlineData("2027-03-31T24:00:00Z")]
    [InlineData("2027-03-31T12:60:00Z")]
    [InlineData("2027-03-31T12:34:61Z")]
    [InlineData("2027-03-31T12:34:60Z")]
    [InlineData("2016-12-31T23:59:60+01:00")]
    [InlineData("2027-03-31T12:34:56+0200")]
    [InlineData("2027-03-31T12:34:56+02")]
    [InlineData("2027-03-31T12:34:56+24:00")]
    [InlineData("2027-03-31T12:34:56+02:60")]
    [InlineData("2027-03-31T12:34:56+02:00x")]
    [InlineData("2027-03-31T12:34:56ZZ")]
    [InlineData("2027-03-31T12:34:56 Z")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("9999-12-31T22:59:60-01:01")]
    public void TryParse_NotATime_IsRefused(string text)
    {
        Timestamps.TryParseContext(text, out _).ShouldBeFalse();
        Timestamps.TryParseDefinition(text, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2027-03-31", true)]
    [InlineData("2027-03-31T00:00:00Z", false)]
    [InlineData("2027-3-31", false)]
    public void TryParseDate_Text_TakesADateAlone(string text, bool isDate) => Timestamps.TryParseDate(text, out _).ShouldBe(isDate);

    [Theory]
    [InlineData(0, "1970-01-01T00:00:00Z")]
    [InlineData(-0.0001, "1969-12-31T23:59:59.9999999Z")]
    [InlineData(1_806_496_496_123, "2027-03-31T12:34:56.123Z")]
    [InlineData(0.5, "1970-01-01T00:00:00.0005Z")]
    [InlineData(-62_135_596_800_000, "0001-01-01T00:00:00Z")]
    [InlineData(253_402_300_799_999, "9999-12-31T23:59:59.999Z")]
    public void TryFromUnixMilliseconds_Number_GivesTheInstant(double milliseconds, string expected)
    {
        Timestamps.TryFromUnixMilliseconds(milliseconds, out long ticks).ShouldBeTrue();
        Timestamps.Format(ticks).ShouldBe(expected);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    [InlineData(-62_135_596_800_001)]
    [InlineData(253_402_300_800_000)]
    public void TryFromUnixMilliseconds_OutOfRange_IsRefused(double milliseconds) => Timestamps.TryFromUnixMilliseconds(milliseconds, out _).ShouldBeFalse();

    [Fact]
    public void TryParseContext_RoundTripFormat_GivesDateTimeOffsetsInstant() =>
        Instant.Sample(static instant =>
        {
            Timestamps.TryParseContext(instant.ToString("O", CultureInfo.InvariantCulture), out long ticks).ShouldBeTrue();
            ticks.ShouldBe(instant.UtcTicks);
            Timestamps.TryParseContext(Timestamps.Format(ticks), out long again).ShouldBeTrue();
            again.ShouldBe(ticks);
        });

    [Fact]
    public void TryFromUnixMilliseconds_WholeMilliseconds_GivesDateTimeOffsetsInstant() =>
        Gen.Long[-62_135_596_800_000, 253_402_300_799_999].Sample(static milliseconds =>
        {
            Timestamps.TryFromUnixMilliseconds(milliseconds, out long ticks).ShouldBeTrue();
            ticks.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcTicks);
        });

    [Fact]
    public void TryParse_MutatedTimes_NeverThrows() =>
        Gen.Select(Instant, Gen.Int[0, 32], Gen.Char).Sample(static (instant, position, c) =>
        {
            char[] text = instant.ToString("O", CultureInfo.InvariantCulture).ToCharArray();
            text[position] = c;
            string mutated = new(text);
            if (Timestamps.TryParseContext(mutated, out long ticks))
            {
                ticks.ShouldBeInRange(DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
            }
        });
}
