using System.Globalization;
using System.Text.Json;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Conformance.Tests.Bucketing;

/// <summary>Unleash's own specification of rollouts and variants, as far as its formula goes; reading its files is an importer's work.</summary>
public class UnleashFormulaTests
{
    [Theory]
    [InlineData("03-gradual-rollout-user-id-strategy.json", 6)]
    [InlineData("10-flexible-rollout-strategy.json", 10)]
    public void Rollout_PublishedSpecification_Agrees(string file, int atLeast)
    {
        using JsonDocument document = Read(file);
        FlagEngine engine = new();
        engine.Publish(new FlagSet { Version = "1", Flags = [.. Features(document).Select(ToRollout)] });

        int count = 0;
        foreach (JsonElement test in document.RootElement.GetProperty("tests").EnumerateArray())
        {
            engine.IsEnabled(test.GetProperty("toggleName").GetString()!, FlagContext.From(test.GetProperty("context")))
                .ShouldBe(test.GetProperty("expectedResult").GetBoolean(), test.GetProperty("description").GetString());
            count++;
        }

        count.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    [Fact]
    public void Split_PublishedSpecification_Agrees()
    {
        using JsonDocument document = Read("08-variants.json");
        Dictionary<string, JsonElement> features = Features(document)
            .Where(static feature => feature.GetProperty("variants").GetArrayLength() > 0)
            .ToDictionary(static feature => feature.GetProperty("name").GetString()!);
        FlagEngine engine = new();
        engine.Publish(new FlagSet { Version = "1", Flags = [.. features.Values.Select(ToSplit)] });

        int count = 0;
        foreach (JsonElement test in document.RootElement.GetProperty("variantTests").EnumerateArray())
        {
            string key = test.GetProperty("toggleName").GetString()!;
            JsonElement expected = test.GetProperty("expectedResult");
            bool isByFormula = expected.GetProperty("enabled").GetBoolean() && !IsOverridden(features[key], test.GetProperty("context"));
            if (isByFormula)
            {
                engine.GetVariant(key, FlagContext.From(test.GetProperty("context"))).ShouldBe(expected.GetProperty("name").GetString(), test.GetProperty("description").GetString());
                count++;
            }
        }

        count.ShouldBeGreaterThanOrEqualTo(8);
    }

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(ConformanceData.Locate("unleash", file)));

    private static IEnumerable<JsonElement> Features(JsonDocument document) => document.RootElement.GetProperty("state").GetProperty("features").EnumerateArray();

    private static bool IsOverridden(JsonElement feature, JsonElement context) =>
        feature.GetProperty("variants").EnumerateArray()
            .Where(static variant => variant.TryGetProperty("overrides", out _))
            .SelectMany(static variant => variant.GetProperty("overrides").EnumerateArray())
            .Any(rule => context.TryGetProperty(rule.GetProperty("contextName").GetString()!, out JsonElement value)
                && rule.GetProperty("values").EnumerateArray().Any(candidate => candidate.GetString() == value.GetString()));

    private static FeatureFlag ToRollout(JsonElement feature) => new()
    {
        Key = feature.GetProperty("name").GetString()!,
        Status = feature.GetProperty("enabled").GetBoolean() ? FeatureFlagStatus.Enabled : FeatureFlagStatus.Disabled,
        Rules = [.. feature.GetProperty("strategies").EnumerateArray().SelectMany(ToRules)],
    };

    private static IEnumerable<FeatureFlagRule> ToRules(JsonElement strategy, int index)
    {
        string name = strategy.GetProperty("name").GetString()!;
        if (name == "default")
        {
            return [new FeatureFlagRule { Name = $"{index}" }];
        }

        JsonElement parameters = strategy.GetProperty("parameters");
        FeatureFlagRule rule = new()
        {
            Name = $"{index}",
            BucketBy = "userId",
            RolloutPercentage = double.Parse(parameters.GetProperty(name == "flexibleRollout" ? "rollout" : "percentage").GetString()!, CultureInfo.InvariantCulture),
            Bucketing = new FlagBucketing { Algorithm = "unleash", Group = parameters.GetProperty("groupId").GetString() },
        };
        string stickiness = parameters.TryGetProperty("stickiness", out JsonElement given) ? given.GetString()! : "userId";
        FeatureFlagCondition noUser = new("userId", "eq", FlagValue.Null);
        return stickiness switch
        {
            "default" => [rule with { Name = $"{index} user" }, rule with { Name = $"{index} session", BucketBy = "sessionId", Conditions = [noUser] }],

            // The strategies by user are off without a user, at 100 % too.
            "userId" => [rule with { Conditions = [noUser with { Negate = true }] }],
            _ => [rule with { BucketBy = stickiness }],
        };
    }

    private static FeatureFlag ToSplit(JsonElement feature)
    {
        JsonElement[] variants = [.. feature.GetProperty("variants").EnumerateArray()];
        int resolution = variants.Sum(static variant => variant.GetProperty("weight").GetInt32());
        double[] weights = [.. variants.Select(variant => Math.Round(variant.GetProperty("weight").GetInt32() * 100.0 / resolution, 3))];
        weights[^1] = Math.Round(100 - weights[..^1].Sum(), 3);
        string[] names = [.. variants.Select(static variant => variant.GetProperty("name").GetString()!)];
        return new FeatureFlag
        {
            Key = feature.GetProperty("name").GetString()!,
            Type = FlagType.Variant,
            Status = FeatureFlagStatus.Enabled,
            DefaultValue = names[0],
            BucketBy = "userId",
            Bucketing = new FlagBucketing { Algorithm = "unleash", Resolution = resolution },
            AbTest = new AbTestConfiguration { Variants = [.. names.Zip(weights, static (name, weight) => new VariantWeight(name, weight))], ControlVariant = names[0] },
        };
    }
}
