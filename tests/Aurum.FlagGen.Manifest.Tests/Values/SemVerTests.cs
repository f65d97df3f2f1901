using Aurum.FlagGen.Manifest.Values;
using Aurum.FlagGen.TestKit;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Values;

public sealed class SemVerTests
{
    /// <summary>Refused by SemVer, read here: a missing minor or patch number is 0.</summary>
    private static readonly string[] ShortVersions = ["1", "1.2"];

    private static readonly Gen<string> Number = Gen.Frequency((5, Gen.OneOf("0", "1", "2")), (1, Gen.OneOf("10", "99999999999999999999", "100000000000000000000")));

    private static readonly Gen<string> Version = Gen.Select(Number, Number, Number, Gen.OneOf("", "-", "-", "-"), Gen.OneOf("0", "1", "10", "a", "A", "-", "rc", "0a", "99999999999999999999").Array[1, 3], Gen.OneOf("", "+b", "+001"))
        .Select(static (major, minor, patch, dash, identifiers, build) => $"{major}.{minor}.{patch}" + (dash.Length == 0 ? "" : dash + string.Join(".", identifiers)) + build);

    [Theory]
    [InlineData("1", "1.0.0")]
    [InlineData("1.2", "1.2.0")]
    [InlineData("1.2+build", "1.2.0")]
    [InlineData("0.0", "0")]
    [InlineData("1.0.0+001", "1.0.0+x.y-z")]
    [InlineData("1.0.0-rc.1+a", "1.0.0-rc.1")]
    public void CompareTo_SamePrecedence_IsEqual(string left, string right)
    {
        Parse(left).CompareTo(Parse(right)).ShouldBe(0);
        Parse(left).ShouldBe(Parse(right));
        Parse(left).GetHashCode().ShouldBe(Parse(right).GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1.2.3")]
    [InlineData("1.2.3 ")]
    [InlineData("v1.2.3")]
    [InlineData("01.2.3")]
    [InlineData("1.02.3")]
    [InlineData("1.2.03")]
    [InlineData("1.2.3.4")]
    [InlineData("1.")]
    [InlineData("1..3")]
    [InlineData(".1")]
    [InlineData("1-rc")]
    [InlineData("1.2-rc")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-a..b")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3-a.00")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.3+a..b")]
    [InlineData("1.2.3+a+b")]
    [InlineData("1.2.3-ä")]
    [InlineData("-1.2.3")]
    [InlineData("1.2.٣")]
    [InlineData("1.2.3\n")]
    public void TryParse_NotSemVer_IsRefused(string text) => SemVer.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void CompareTo_OrderOfTheSpecification_Holds()
    {
        string[] ordered = ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "2.0.0", "2.1.0", "2.1.1", "2.1.10", "10.0.0"];

        for (int i = 0; i < ordered.Length; i++)
        {
            for (int j = 0; j < ordered.Length; j++)
            {
                Math.Sign(Parse(ordered[i]).CompareTo(Parse(ordered[j]))).ShouldBe(i.CompareTo(j), $"{ordered[i]} {ordered[j]}");
            }
        }
    }

    [Fact]
    public void CompareTo_AnyThreeVersions_IsATotalOrder() =>
        Gen.Select(Version, Version, Version).Sample(static (first, second, third) =>
        {
            SemVer a = Parse(first);
            SemVer b = Parse(second);
            SemVer c = Parse(third);
            Math.Sign(a.CompareTo(b)).ShouldBe(-Math.Sign(b.CompareTo(a)));
            a.CompareTo(a).ShouldBe(0);
            a.Equals(b).ShouldBe(a.CompareTo(b) == 0);
            if (a.Equals(b))
            {
                a.GetHashCode().ShouldBe(b.GetHashCode());
                Math.Sign(a.CompareTo(c)).ShouldBe(Math.Sign(b.CompareTo(c)));
            }

            if (a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0)
            {
                a.CompareTo(c).ShouldBeLessThanOrEqualTo(0);
            }
        });

    [Fact]
    public void CompareTo_Default_IsZero() => default(SemVer).CompareTo(Parse("0.0.0")).ShouldBe(0);

    [Fact]
    public void CompareTo_PublishedPairs_HoldsTheHigherAboveTheLower()
    {
        foreach (string[] row in ConformanceData.ReadCsv("semver", "valid-semantic-versions.csv"))
        {
            Parse(row[0]).CompareTo(Parse(row[1])).ShouldBeGreaterThan(0, row[0]);
        }
    }

    [Fact]
    public void CompareTo_PublishedRanges_HoldsTheMiddleBetween()
    {
        foreach (string[] row in ConformanceData.ReadCsv("semver", "between-semver.csv"))
        {
            SemVer middle = Parse(row[1]);
            bool isBetween = Parse(row[0]).CompareTo(middle) <= 0 && middle.CompareTo(Parse(row[2])) <= 0;
            isBetween.ShouldBe(bool.Parse(row[3]), string.Join(' ', row));
        }
    }

    [Fact]
    public void Equals_PublishedPairs_AgreesButForBuildMetadata()
    {
        foreach (string[] row in ConformanceData.ReadCsv("semver", "equal-to-semver.csv"))
        {
            // There, metadata makes versions differ; here they are ignored, so that both are the same version.
            bool expected = bool.Parse(row[2]) || row[1] == "1.1.1+metadata";
            Parse(row[0]).Equals(Parse(row[1])).ShouldBe(expected, string.Join(' ', row));
        }
    }

    [Fact]
    public void TryParse_PublishedInvalid_IsRefusedButForMissingParts()
    {
        foreach (string[] row in ConformanceData.ReadCsv("semver", "invalid-semantic-versions.csv"))
        {
            SemVer.TryParse(row[0], out _).ShouldBe(ShortVersions.Contains(row[0]), row[0]);
        }
    }

    private static SemVer Parse(string text)
    {
        SemVer.TryParse(text, out SemVer version).ShouldBeTrue(text);
        return version;
    }
}
