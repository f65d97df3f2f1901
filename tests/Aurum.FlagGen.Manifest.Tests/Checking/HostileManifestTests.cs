using System.Globalization;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using CsCheck;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>Manifests that nobody wrote in good faith, and those that somebody is just typing.</summary>
public sealed class HostileManifestTests
{
    [Fact]
    public void Read_TooManyFlags_IsOneFault()
    {
        string flags = string.Join(",", Enumerable.Range(0, 100_000).Select(static i => $$""" "f{{i}}": { } """));

        FlagManifest manifest = ManifestReader.Read(ManifestCase.Flags(flags), TestContext.Current.CancellationToken);

        manifest.Flags.Count.ShouldBe(ManifestLimits.Flags);
        manifest.Errors.Count(static error => error.Rule == ManifestRules.Limit).ShouldBe(1);
    }

    [Fact]
    public void Read_FaultsWithoutNumber_AreToldUpToALimitAndCountedAll()
    {
        string flags = string.Join(",", Enumerable.Range(0, 5_000).Select(static i => $$""" "f{{i}}": { "type": "nonsense" } """));

        FlagManifest manifest = ManifestReader.Read(ManifestCase.Flags(flags), TestContext.Current.CancellationToken);

        manifest.Errors.Count.ShouldBe(ManifestLimits.FaultsOfOneKind + 1);
        manifest.Errors[^1].Message.ShouldEndWith("exceeds a limit: only the first 1000 faults AFG1010 are shown; mend those first");
        manifest.Flags.ShouldAllBe(flag => !manifest.IsSound(flag));
    }

    /// <summary>A list that is too long is told of once, and not read: each of its elements here would be a fault of its own.</summary>
    [Theory]
    [InlineData(10_000, "'user_segments':[{0}]", 1_001)]
    [InlineData(10_001, "'user_segments':[{0}]", 1)]
    [InlineData(10_001, "'conditions':{{'a':{{'op':'regex','value':[{0}]}}}}", 1)]
    [InlineData(65, "'split':{{{1}}}", 1)]
    public void Read_ListBeyondItsLimit_IsOneFault(int count, string format, int faults)
    {
        string list = QuotedManifest.Many(count, static _ => "'('");
        string arms = QuotedManifest.Many(count, static i => $"'v{i}':'('");
        string members = string.Format(CultureInfo.InvariantCulture, format, list, arms);

        FlagManifest manifest = QuotedManifest.Read(QuotedManifest.Flag($"'variants':{{{QuotedManifest.Many(64, static i => $"'v{i}':true")}}},'rules':[{{'name':'r',{members}}}]"));

        manifest.Errors.Count.ShouldBe(faults);
    }

    [Theory]
    [InlineData("'flags':{{'{0}':{{}}}}")]
    [InlineData("'context':{{'{0}':'string'}},'flags':{{}}")]
    public void Read_NameOfAHundredThousandParts_IsOneFault(string format)
    {
        string name = string.Concat(Enumerable.Repeat("a.", 100_000)) + "a";

        FlagManifest manifest = QuotedManifest.Read("{" + string.Format(CultureInfo.InvariantCulture, format, name) + "}");

        manifest.Errors.Count.ShouldBe(1);
    }

    [Fact]
    public void Read_AChainOfTenThousandFlags_IsOneFaultAndNoRecursion()
    {
        string flags = string.Join(",", Enumerable.Range(0, 10_000).Select(static i =>
            $$""" "f{{i}}": { "rules": [ { "name": "A", "required_flags": ["f{{Math.Min(i + 1, 9_999)}}"] } ] } """));

        FlagManifest manifest = ManifestReader.Read(ManifestCase.Flags(flags), TestContext.Current.CancellationToken);

        manifest.Errors.Select(static error => error.Rule).ShouldBe([ManifestRules.Depth, ManifestRules.Cycle], ignoreOrder: true);
    }

    [Fact]
    public void Read_EveryPrefixOfTheCases_NeverThrows() =>
        Gen.Int[0, ManifestCases.All.Count - 1].SelectMany(static index => Gen.Int[0, ManifestCases.All[index].Text.Length].Select(length => (index, length)))
            .Sample(static pair => ManifestReader.Read(ManifestCases.All[pair.index].Text[..pair.length]).Errors.All(static error => error.Message.Length > 0), iter: 2_000);

    [Fact]
    public void Read_MembersSwappedForOtherValues_NeverThrows()
    {
        string[] values = ["null", "true", "0", "-1", "1e99", "\"\"", "\"x\"", "[]", "[[]]", "{}", "[{}]", "[null]", "{\"\":null}", "{\"a\":{\"b\":[]}}"];
        string[] texts = [.. ManifestCases.All.Where(static one => one.Text.Length < 2_000).Select(static one => one.Text)];
        Gen.Select(Gen.Int[0, texts.Length - 1], Gen.Int[0, 40], Gen.Int[0, values.Length - 1]).Sample(
            (text, colon, value) =>
            {
                string changed = ReplaceValue(texts[text], colon, values[value]);
                return ManifestReader.Read(changed).Errors.All(static error => error.Message.Length > 0 && error.Range.Start >= 0);
            },
            iter: 5_000);
    }

    [Theory]
    [InlineData("""{ "flags": { "x": { "type": "bool", "default_value": 5, "variants": ["a"], "rules": [ { "name": "A", "variant": "zz", "value": 1 } ] } } }""", 2)]
    [InlineData("""{ "flags": { "x": { "type": "variant", "variants": {}, "default_value": "a", "rules": [ { "name": "A", "variant": "zz" } ] } } }""", 1)]
    public void Read_AFaultThatHidesOthers_IsNotEchoed(string text, int faults) =>
        ManifestReader.Read(text, TestContext.Current.CancellationToken).Errors.Count.ShouldBe(faults);

    [Fact]
    public void Read_CancelledToken_Throws() =>
        Should.Throw<OperationCanceledException>(static () => ManifestReader.Read(ManifestCase.Flag(""), new CancellationToken(canceled: true)));

    /// <summary>Puts another value behind the n-th colon, up to the next comma or bracket.</summary>
    private static string ReplaceValue(string text, int colon, string value)
    {
        int at = -1;
        for (int i = 0; i <= colon; i++)
        {
            int next = text.IndexOf(':', at + 1);
            if (next < 0)
            {
                break;
            }

            at = next;
        }

        int end = text.IndexOfAny([',', '}', ']'], at + 1);
        return at < 0 || end < 0 ? value : string.Concat(text.AsSpan(0, at + 1), value, text.AsSpan(end));
    }
}
