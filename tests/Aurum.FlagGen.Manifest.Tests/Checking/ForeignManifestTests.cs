using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

public sealed class ForeignManifestTests
{
    [Theory]
    [InlineData("flagd", """{ "$schema": "https://flagd.dev/schema/v0/flags.json", "flags": { "x": { "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "on" } } }""")]
    [InlineData("flagd", """{ "$schema": "https://flagd.dev/schema/v0/flags.json", "flags": { } }""")]
    [InlineData("flagd", """{ "flags": { "x": { "state": "DISABLED", "variants": { "a": 1 }, "defaultVariant": "a", "targeting": { } }, "y": { "state": "ENABLED", "variants": { "a": 1 }, "defaultVariant": "a" } }, "$evaluators": { } }""")]
    [InlineData("LaunchDarkly", """{ "flags": { "x": { "key": "x", "on": true, "variations": [true, false], "fallthrough": { "variation": 0 }, "offVariation": 1 } }, "segments": { } }""")]
    [InlineData("LaunchDarkly", """{ "flagValues": { "x": true } }""")]
    [InlineData("Microsoft.FeatureManagement", """{ "feature_management": { "feature_flags": [ { "id": "x", "enabled": true } ] } }""")]
    [InlineData("Microsoft.FeatureManagement", """{ "FeatureManagement": { "x": true } }""")]
    [InlineData("Microsoft.FeatureManagement", """{ "feature_flags": [ { "id": "x", "enabled": true } ] }""")]
    [InlineData("OpenFeature's command line", """{ "$schema": "https://raw.githubusercontent.com/open-feature/cli/main/schema/v0/flag-manifest.json", "flags": { "x": { "flagType": "boolean", "defaultValue": false, "description": "d" } } }""")]
    [InlineData("OpenFeature's command line", """{ "flags": { "x": { "flagType": "boolean", "defaultValue": false } } }""")]
    [InlineData("OpenFeature's command line", """{ "flags": [ { "key": "x", "flagType": "boolean", "defaultValue": false } ] }""")]
    [InlineData("Unleash", """{ "version": 2, "features": [ { "name": "x", "enabled": true, "strategies": [ ] } ] }""")]
    [InlineData("GrowthBook", """{ "features": { "x": { "defaultValue": false, "rules": [ ] } } }""")]
    [InlineData("GO Feature Flag", """{ "x": { "variations": { "on": true, "off": false }, "defaultRule": { "variation": "off" } } }""")]
    [InlineData("ConfigCat", """{ "p": { "u": "https://cdn-global.configcat.com" }, "f": { "x": { "t": 0, "v": { "b": true } } } }""")]
    public void Read_FileOfAnotherTool_IsOneSentence(string tool, string text)
    {
        FlagManifest manifest = ManifestReader.Read(text, TestContext.Current.CancellationToken);

        ManifestError error = manifest.Errors.ShouldHaveSingleItem();
        error.Rule.ShouldBe(ManifestRules.Foreign);
        error.Message.ShouldStartWith($"This file holds the flags of {tool}; name a file of ");
        manifest.Flags.ShouldBeEmpty();
    }

    /// <summary>A manifest in which somebody used another tool's words is ours, and has a sentence for each of them.</summary>
    [Theory]
    [InlineData("""{ "namespace": "Acme", "flags": { "x": { "state": "ENABLED", "variants": { "on": true }, "defaultVariant": "on" } } }""")]
    [InlineData("""{ "$schema": "./flags.schema.json", "flags": { "x": { "flagType": "boolean", "defaultValue": false } } }""")]
    [InlineData("""{ "flags": { "x": { "status": "enabled", "default_value": true }, "y": { "flagType": "boolean", "defaultValue": false } } }""")]
    [InlineData("""{ "flags": { "x": { "enabled": true } } }""")]
    [InlineData("""{ "flags": { "x": { "default": true } } }""")]
    [InlineData("""{ "flags": { "x": { } }, "features": [ ] }""")]
    [InlineData("""{ "features": { "x": { "default_value": true } } }""")]
    public void Read_OurFileWithWordsOfAnotherTool_NamesEachOfThem(string text)
    {
        FlagManifest manifest = ManifestReader.Read(text, TestContext.Current.CancellationToken);

        manifest.Errors.Where(static error => error.Rule.Severity == ManifestSeverity.Error).Select(static error => error.Rule).Distinct().ShouldBe([ManifestRules.UnknownMember]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "flags": { } }""")]
    [InlineData("""{ "flags": { "x": { } } }""")]
    [InlineData("""{ "flags": { "x": { "variants": { "on": true } } } }""")]
    [InlineData("""{ "segments": { "a": { } } }""")]
    public void Read_OurSmallestFiles_AreOurs(string text) => ManifestReader.Read(text, TestContext.Current.CancellationToken).Errors.ShouldBeEmpty();
}
