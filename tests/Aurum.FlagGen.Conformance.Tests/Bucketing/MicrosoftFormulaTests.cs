using System.Text.Json;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Conformance.Tests.Bucketing;

/// <summary>Microsoft's own tests of its targeting filter and its variant allocation, as far as their formula goes; reading their files is an importer's work.</summary>
public class MicrosoftFormulaTests
{
    [Theory]
    [InlineData("TargetingFilter")]
    [InlineData("TargetingFilter.modified")]
    public void Rollout_PublishedTests_Agree(string name)
    {
        using JsonDocument sample = Read($"{name}.sample.json");
        using JsonDocument tests = Read($"{name}.tests.json");
        FlagEngine engine = new();
        engine.Publish(new FlagSet { Version = "1", Flags = [.. Features(sample).Select(ToFlag)] });

        int count = 0;
        foreach (JsonElement test in tests.RootElement.EnumerateArray())
        {
            bool expected = bool.Parse(test.GetProperty("IsEnabled").GetProperty("Result").GetString()!);
            engine.IsEnabled(test.GetProperty("FeatureFlagName").GetString()!, FlagContext.From(test.GetProperty("Inputs")))
                .ShouldBe(expected, test.GetProperty("Description").GetString());
            count++;
        }

        count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Split_PublishedTests_Agree()
    {
        using JsonDocument sample = Read("VariantAssignment.sample.json");
        using JsonDocument tests = Read("VariantAssignment.tests.json");
        JsonElement feature = Features(sample).Single(static feature => feature.GetProperty("id").GetString() == "AllocationAssignedVariant");
        FlagEngine engine = new();
        engine.Publish(new FlagSet { Version = "1", Flags = [ToAllocation(feature)] });

        int count = 0;
        foreach (JsonElement test in tests.RootElement.EnumerateArray().Where(static test => test.GetProperty("FeatureFlagName").GetString() == "AllocationAssignedVariant"))
        {
            engine.GetStringDetails("AllocationAssignedVariant", "", FlagContext.From(test.GetProperty("Inputs"))).Value
                .ShouldBe(test.GetProperty("Variant").GetProperty("Result").GetProperty("ConfigurationValue").GetString());
            count++;
        }

        count.ShouldBeGreaterThan(1);
    }

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(ConformanceData.Locate("microsoft", file)));

    private static IEnumerable<JsonElement> Features(JsonDocument sample) =>
        sample.RootElement.GetProperty("feature_management").GetProperty("feature_flags").EnumerateArray();

    private static FeatureFlag ToFlag(JsonElement feature)
    {
        JsonElement audience = feature.GetProperty("conditions").GetProperty("client_filters")[0].GetProperty("parameters").GetProperty("Audience");
        List<FeatureFlagRule> rules = [];
        if (audience.TryGetProperty("Exclusion", out JsonElement exclusion))
        {
            AddNames(rules, exclusion, "Users", "User", "in", served: false);
            AddNames(rules, exclusion, "Groups", "Groups", "in", served: false);
        }

        AddNames(rules, audience, "Users", "User", "in", served: true);
        foreach (JsonElement group in audience.GetProperty("Groups").EnumerateArray())
        {
            string name = group.GetProperty("Name").GetString()!;
            rules.Add(new FeatureFlagRule
            {
                Name = $"group {name}",
                Conditions = [new FeatureFlagCondition("Groups", "contains", name)],
                RolloutPercentage = group.GetProperty("RolloutPercentage").GetDouble(),
                Bucketing = new FlagBucketing { Algorithm = "microsoft", Group = name },
            });
        }

        rules.Add(new FeatureFlagRule
        {
            Name = "default",
            RolloutPercentage = audience.GetProperty("DefaultRolloutPercentage").GetDouble(),
            Bucketing = new FlagBucketing { Algorithm = "microsoft" },
        });
        return new FeatureFlag { Key = feature.GetProperty("id").GetString()!, Status = FeatureFlagStatus.Enabled, BucketBy = "User", Rules = rules };
    }

    private static void AddNames(List<FeatureFlagRule> rules, JsonElement parent, string member, string attribute, string op, bool served)
    {
        if (parent.TryGetProperty(member, out JsonElement names) && names.GetArrayLength() > 0)
        {
            FlagValue value = FlagValue.From(names.EnumerateArray().Select(static name => name.GetString()!));
            rules.Add(new FeatureFlagRule { Name = $"{member} {served}", Conditions = [new FeatureFlagCondition(attribute, op, value)], Value = served });
        }
    }

    private static FeatureFlag ToAllocation(JsonElement feature)
    {
        JsonElement[] parts = [.. feature.GetProperty("allocation").GetProperty("percentile").EnumerateArray()];
        return new FeatureFlag
        {
            Key = feature.GetProperty("id").GetString()!,
            Type = FlagType.String,
            Status = FeatureFlagStatus.Enabled,
            DefaultValue = "",
            BucketBy = "User",
            Bucketing = new FlagBucketing { Algorithm = "microsoft" },
            Variants = [.. feature.GetProperty("variants").EnumerateArray().Select(static variant => new FlagVariant(variant.GetProperty("name").GetString()!, variant.GetProperty("configuration_value").GetString()))],
            AbTest = new AbTestConfiguration
            {
                Variants = [.. parts.Select(static part => new VariantWeight(part.GetProperty("variant").GetString()!, part.GetProperty("to").GetDouble() - part.GetProperty("from").GetDouble()))],
                ControlVariant = parts[0].GetProperty("variant").GetString()!,
            },
        };
    }
}
