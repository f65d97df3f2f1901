using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>Whoever writes what the messages propose, for all flags at once, has no name left that clashes.</summary>
public sealed partial class ProposalTests
{
    [Theory]
    [InlineData("new-nav", "new_nav", "NewNav")]
    [InlineData("new-nav", "new_nav", "NewNav", "new_nav2", "NewNav2")]
    [InlineData("1a", "_1a", "1_a", "flag1a", "Flag1a")]
    [InlineData("equals", "Equals", "equals_flag", "EqualsFlag")]
    [InlineData("a.b", "a.B", "a.-b", "a.b2", "A.b")]
    [InlineData("features", "Features", "features_flag", "i_features")]
    [InlineData("a", "a.key", "a.Key", "a.key_flag")]
    [InlineData("2fa", "2Fa", "flag_2fa")]
    public void Accessors_AsProposed_ClashWithNothing(params string[] keys)
    {
        JsonObject flags = [];
        foreach (string key in keys)
        {
            flags[key] = new JsonObject();
        }

        ShouldBeMended(flags);
    }

    [Fact]
    public void Accessors_OfTypesThatMeet_ClashWithNothing()
    {
        JsonObject flags = [];
        foreach (string key in (string[])["x.y", "x_y", "xY", "x-y"])
        {
            flags[key] = new JsonObject { ["type"] = "variant", ["default_value"] = "a", ["variants"] = new JsonArray("a", "b") };
        }

        ShouldBeMended(flags);
    }

    [Fact]
    public void Accessors_OfThousandsThatMeet_AreFoundInOneGo()
    {
        // Each key is the same word, with hyphens in other places.
        JsonObject flags = [];
        for (int i = 0; i < 2_000; i++)
        {
            flags[string.Concat(Enumerable.Range(0, 11).Select(bit => (i >> bit & 1) == 0 ? "-" : "_")) + "nav"] = new JsonObject();
        }

        string[] proposals = [.. Proposals(flags).Values];

        proposals.Length.ShouldBe(1_000);
        proposals.Distinct().Count().ShouldBe(proposals.Length);
    }

    [Theory]
    [InlineData("read", "Read", "readValue", "ReadValue")]
    [InlineData("clone", "toString", "deconstruct", "equals", "get_type", "printMembers", "equalityContract", "payloadReader")]
    [InlineData("1a", "_1a", "value1a")]
    [InlineData("a_b", "aB", "AB", "AB2", "a b")]
    [InlineData("", "-", "value")]
    [InlineData("xPayload", "x_payload")]
    public void Properties_AsProposed_ClashWithNothing(params string[] names)
    {
        JsonObject properties = [];
        foreach (string name in names)
        {
            properties[name] = new JsonObject { ["type"] = "string" };
        }

        JsonObject flags = new() { ["x"] = new JsonObject { ["type"] = "object", ["default_value"] = new JsonObject(), ["payload_schema"] = new JsonObject { ["type"] = "object", ["properties"] = properties } } };
        for (int round = 0; round < 2; round++)
        {
            foreach (ManifestError error in Errors(flags))
            {
                string property = error.Pointer.Split('/')[^1].Replace("~1", "/", StringComparison.Ordinal);
                properties[property]!["accessor"] = Proposal().Match(error.Message).Groups[1].Value;
            }
        }

        Errors(flags).Select(static error => error.Message).ShouldBeEmpty();
    }

    private static void ShouldBeMended(JsonObject flags)
    {
        foreach ((string key, string accessor) in Proposals(flags))
        {
            flags[key]!["accessor"] = accessor;
        }

        Errors(flags).Select(static error => error.Message).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Proposals(JsonObject flags) =>
        Errors(flags).Where(static error => error.Rule == ManifestRules.Accessor).ToDictionary(static error => error.Pointer.Split('/')[2], static error => Proposal().Match(error.Message).Groups[1].Value);

    private static IReadOnlyList<ManifestError> Errors(JsonObject flags) =>
        ManifestReader.Read(new JsonObject { ["flags"] = flags.DeepClone() }.ToJsonString(new JsonSerializerOptions())).Errors;

    [GeneratedRegex("add \"accessor\": \"([^\"]+)\"")]
    private static partial Regex Proposal();
}
