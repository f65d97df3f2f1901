using System.Globalization;
using System.Numerics;
using Aurum.FlagGen.Manifest.Values;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Values;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData(" \t\r\n-1.5e3 ", -1500)]
    [InlineData("+7", 7)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("007", 7)]
    [InlineData("1e-400", 0)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    public void TryParse_Number_GivesItsValue(string text, double expected)
    {
        NumberText.TryParse(text, out double value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("+")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData("1 000")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("٣")]
    [InlineData("(5)")]
    [InlineData("$5")]
    [InlineData("5%")]
    [InlineData("1\0")]
    [InlineData("\u00A01")]
    [InlineData("--1")]
    [InlineData("1-")]
    public void TryParse_NotANumber_IsRefused(string text) => NumberText.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void TryParse_AnyDouble_RoundTrips() =>
        Gen.Double.Where(double.IsFinite).Sample(static value =>
        {
            NumberText.TryParse(value.ToString("R", CultureInfo.InvariantCulture), out double parsed).ShouldBeTrue();
            parsed.ShouldBe(value);
        });

    [Fact]
    public void TryParse_CultureWithCommas_IsTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            NumberText.TryParse("1.5", out double value).ShouldBeTrue();
            value.ShouldBe(1.5);
            NumberText.TryParse("1,5", out _).ShouldBeFalse();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("20", 20)]
    [InlineData("20.0", 20)]
    [InlineData("2e1", 20)]
    [InlineData("200E-1", 20)]
    [InlineData("0.2e+2", 20)]
    [InlineData("-0", 0)]
    [InlineData("0e99999999999999999999", 0)]
    [InlineData("0.000", 0)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("-2147483648.000000000000000000000000000000", int.MinValue)]
    [InlineData("20000000000000000000000000000000000000000e-39", 20)]
    public void TryParseInt32_WholeNumber_GivesIt(string text, int expected)
    {
        NumberText.TryParseInt32(text, out int value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(" 1")]
    [InlineData("x")]
    [InlineData("0.5")]
    [InlineData("1e-1")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("1e10")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("1.00000000000000000000000000000000000000000000001")]
    [InlineData("10000000000000000000000000000000000000000000000001")]
    [InlineData("0.9999999999999999999999999999999999999")]
    public void TryParseInt32_NotAWholeNumberOf32Bits_IsRefused(string text) => NumberText.TryParseInt32(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("33.333", 33333)]
    [InlineData("33.3330000", 33333)]
    [InlineData("0.001", 1)]
    [InlineData("1e-3", 1)]
    [InlineData("100", 100000)]
    [InlineData("1e2", 100000)]
    [InlineData("-12.5", -12500)]
    [InlineData("2147483.647", int.MaxValue)]
    public void TryParseThousandths_UpToThreeDecimals_IsExact(string text, int expected)
    {
        NumberText.TryParseThousandths(text, out int value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("33.3333")]
    [InlineData("0.0001")]
    [InlineData("1e-4")]
    [InlineData("2147483.648")]
    [InlineData("1e7")]
    [InlineData("NaN")]
    public void TryParseThousandths_MoreDecimalsOrTooLarge_IsRefused(string text) => NumberText.TryParseThousandths(text, out _).ShouldBeFalse();

    [Fact]
    public void TryParseThousandths_AnyJsonNumber_AgreesWithExactArithmetic() =>
        Gen.Select(Gen.Bool, Gen.Frequency((3, Gen.Int[0, 9999]), (1, Gen.Int[0, int.MaxValue])), Gen.OneOf("", "0", "5", "000", "120", "0001", "1230000000000000000000"), Gen.Int[-8, 8], Gen.Bool)
            .Sample(static (isNegative, whole, fraction, exponent, hasExponent) =>
            {
                string text = (isNegative ? "-" : "") + whole + (fraction.Length > 0 ? "." + fraction : "") + (hasExponent ? "e" + exponent : "");
                BigInteger digits = BigInteger.Parse(whole + fraction, CultureInfo.InvariantCulture) * (isNegative ? -1 : 1);
                int scale = 3 - fraction.Length + (hasExponent ? exponent : 0);
                BigInteger scaled = scale >= 0 ? digits * BigInteger.Pow(10, scale) : BigInteger.DivRem(digits, BigInteger.Pow(10, -scale), out BigInteger rest) is var quotient && rest.IsZero ? quotient : BigInteger.Pow(10, 50);
                bool expected = scaled >= int.MinValue && scaled <= int.MaxValue;

                NumberText.TryParseThousandths(text, out int value).ShouldBe(expected, text);
                if (expected)
                {
                    value.ShouldBe((int)scaled, text);
                }
            });
}
