using System.Globalization;
using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Tests.Errors;

/// <summary>
/// Broken manifests beside C# that names, in declarations and in bodies, everything that the sound one generates. The compiler stops before analyzers run where a declaration does not bind,
/// so all errors have to come from the generator; and what is sound in shape is generated, so that the code binds.
/// </summary>
public sealed class BrokenManifestTests
{
    private const string Sound = """
        {
          "namespace": "Acme",
          "context": {
            "user_id": { "type": "string", "required": true },
            "user.role": { "type": "string", "values": ["admin", "member"] },
            "user.age": "integer",
            "app.version": "semver"
          },
          "segments": { "staff": { "conditions": { "user.age": { "op": "gte", "value": 30 } } } },
          "layers": { "checkout_layer": { "salt": "layer-1", "holdout": 10 } },
          "flags": {
            "new_nav": {
              "owner": "team-ui", "expires": "2027-03-31", "status": "enabled", "default_value": true,
              "rules": [ { "name": "Admins", "conditions": { "user.role": { "op": "in", "value": ["admin"] } }, "rollout_percentage": 25 } ]
            },
            "checkout.flow": {
              "type": "variant", "variants": ["old", "new"], "status": "enabled", "default_value": "old",
              "rules": [ { "name": "Of age", "conditions": { "user.age": { "op": "gte", "value": 18 } }, "required_flags": ["new_nav"], "variant": "new" } ]
            },
            "search.page_size": { "type": "integer", "status": "enabled", "default_value": 20, "variants": { "small": 20, "large": 100 } },
            "search.boost": { "type": "number", "status": "enabled", "default_value": 1.5 },
            "banner.text": { "type": "string", "status": "enabled", "default_value": "Hello" },
            "theme": {
              "type": "object", "status": "enabled", "default_value": { "dark": true },
              "payload_schema": { "type": "object", "properties": { "dark": { "type": "boolean" } } }
            },
            "limits": { "type": "object", "status": "enabled", "default_value": { "a": 1 } },
            "trial": { "status": "enabled", "ab_test": { "variants": { "control": 50, "treatment": 50 }, "control_variant": "control", "track_events": ["seen"] } },
            "fuzzy": { "evaluation": "compile_time", "default_value": false }
          }
        }
        """;

    private const string Everything = """
        namespace Consumer
        {
            using Acme;

            internal sealed class Everything
            {
                private readonly IFeatures _features = null!;
                internal const string Role = UserRoles.Admin;
                internal const string Key = FeatureKeys.CheckoutFlow;
                internal static TrialFlag Trial => Features.Trial;
                internal static FuzzyFlag Fuzzy => Features.Fuzzy;
                internal static CheckoutFeatures Checkout => Features.Checkout;
                internal static SearchFeatures Search => Features.Search;
                internal static CheckoutFlowVariant Flow(FeatureContext c) => Features.Checkout.Flow.GetVariant(c);
                internal static string Page(FeatureContext c) => Features.Checkout.Flow.Match(c, old: "a", @new: "b");
                internal static void Track(FeatureContext c, TrialEvent e) => Features.Trial.Track(c, e);
                internal static FeatureContext New() => new() { UserId = "a", UserRole = UserRoles.Member, UserAge = 34, AppVersion = "1.0.0" };
                internal static bool Nav(FeatureContext c) => Features.NewNav.IsEnabled(c);
                internal ThemePayload Theme(FeatureContext c) => _features.Theme.GetValue(c);
                internal int Size(FeatureContext c) => _features.Search.PageSize.GetValue(c);
                internal double Boost(FeatureContext c) => _features.Search.Boost.GetValue(c);
                internal string Banner(FeatureContext c) => _features.Banner.Text.GetValue(c);
                internal System.Text.Json.JsonElement Limits(FeatureContext c) => _features.Limits.GetValue(c);
            }
        }
        """;

    /// <summary>Edits that make a value wrong and leave the shape: the code binds as before.</summary>
    public static TheoryData<string, string> WrongValues { get; } = new()
    {
        { "\"default_value\": \"old\"", "\"default_value\": \"z\"" },
        { ", \"default_value\": \"old\"", "" },
        { "\"default_value\": \"old\"", "\"default_value\": null" },
        { "\"default_value\": 20", "\"default_value\": \"many\"" },
        { "\"default_value\": 20", "\"default_value\": 99999999999" },
        { ", \"default_value\": 1.5", "" },
        { "\"default_value\": 1.5", "\"default_value\": true" },
        { "\"default_value\": \"Hello\"", "\"default_value\": 5" },
        { "\"default_value\": { \"dark\": true }", "\"default_value\": { \"dark\": 1 }" },
        { "\"default_value\": { \"dark\": true }", "\"default_value\": []" },
        { "\"default_value\": { \"a\": 1 }", "\"default_value\": 1" },
        { "\"default_value\": true,", "\"default_value\": \"yes\"," },
        { "\"default_value\": false", "\"default_value\": \"no\"" },
        { "\"default_value\": 20", "\"default_value\": 20, \"off_value\": \"none\"" },
        { "\"small\": 20", "\"small\": \"few\"" },
        { "\"small\": 20", "\"2 small\": 20" },
        { "[\"old\", \"new\"]", "[\"old\", \"new\", \"old\"]" },
        { "[\"old\", \"new\"]", "[\"old\", \"new\", \"2\"]" },
        { "\"status\": \"enabled\", \"default_value\": true", "\"status\": \"enabeld\", \"default_value\": true" },
        { "\"status\": \"enabled\", \"default_value\": true", "\"status\": 1, \"default_value\": true" },
        { "\"op\": \"in\"", "\"op\": \"inn\"" },
        { "\"value\": [\"admin\"]", "\"value\": [\"admn\"]" },
        { "\"op\": \"in\", \"value\": [\"admin\"]", "\"op\": \"matches\", \"value\": \"(\"" },
        { "\"rollout_percentage\": 25", "\"rollout_percentage\": 125" },
        { "\"user.role\": { \"op\"", "\"user.rolle\": { \"op\"" },
        { "\"variant\": \"new\"", "\"variant\": \"neww\"" },
        { "\"value\": 18", "\"value\": \"grown\"" },
        { "[\"new_nav\"]", "[\"nev_nav\"]" },
        { "[\"new_nav\"]", "[\"checkout.flow\"]" },
        { "\"name\": \"Admins\", ", "" },
        { "\"expires\": \"2027-03-31\"", "\"expires\": \"31.03.2027\"" },
        { "\"owner\": \"team-ui\"", "\"ownr\": \"team-ui\"" },
        { "\"owner\": \"team-ui\"", "\"owner\": \"team-ui\", \"lifecycle\": \"retired\"" },
        { "\"owner\": \"team-ui\"", "\"owner\": \"team-ui\", \"sensitive\": true, \"client_visible\": true" },
        { "\"control\": 50", "\"control\": 60" },
        { "\"control_variant\": \"control\"", "\"control_variant\": \"none\"" },
        { "\"track_events\": [\"seen\"]", "\"track_events\": [\"seen\", 5]" },
        { "\"track_events\": [\"seen\"]", "\"track_events\": [\"seen\"], \"start_date\": \"never\"" },
        { "\"evaluation\": \"compile_time\"", "\"evaluation\": \"compile_time\", \"status\": \"enabled\"" },
        { "\"evaluation\": \"compile_time\"", "\"evaluation\": \"compile_time\", \"emit\": \"const,\"" },
        { "\"holdout\": 10", "\"holdout\": 1000" },
        { "\"op\": \"gte\", \"value\": 30", "\"op\": \"gt3\", \"value\": 30" },
        { "\"required\": true", "\"required\": \"yes\"" },
        { "\"required\": true", "\"requird\": true" },
        { "[\"admin\", \"member\"]", "[\"admin\", \"member\", \"admin\"]" },
        { "\"default_value\": 1.5", "\"default_value\": 1.5, \"default_value\": 2" },
        { "1.5 },", "1.5 }" },
    };

    /// <summary>Edits that leave no doubt that something is meant, and none of what.</summary>
    public static TheoryData<string, string> WrongShapes { get; } = new()
    {
        { "\"type\": \"variant\"", "\"type\": \"varaint\"" },
        { "\"type\": \"integer\"", "\"type\": \"int\"" },
        { "[\"old\", \"new\"]", "[]" },
        { "[\"old\", \"new\"]", "\"old\"" },
        { "\"new_nav\": {", "\"new nav\": {" },
        { "\"search.boost\"", "\"search.2\"" },
        { "\"checkout.flow\": {", "\"checkout.to_string\": {" },
        { "\"dark\": { \"type\": \"boolean\" }", "\"dark\": { \"type\": \"bool\" }" },
        { "\"user.age\": \"integer\"", "\"user.age\": \"int\"" },
        { "\"namespace\": \"Acme\"", "\"namespace\": \"1 2\"" },
        { "\"namespace\": \"Acme\"", "\"namespace\": 5" },
        { "\"namespace\": \"Acme\"", "\"namespace\": \"Acme\", \"class\": \"class\"" },
        { "\"flags\": {\n", "\"flags\": [ {\n" },
        { "\"flags\": {\n", "\"flgs\": {\n" },
        { "{\n  \"namespace\"", "\n  \"namespace\"" },
        { "\"compile_time\", \"default_value\": false }", "\"compile_time\", \"default_value\": false" },
    };

    public static TheoryData<string> OtherTexts { get; } =
    [
        "", "nonsense", "[]", "null", "\"flags\"", "{", "{ \"flags\": [] }", "{ \"flags\": 5 }",
        """{ "$schema": "https://flagd.dev/schema/v0/flags.json", "flags": { "x": { "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "on" } } }""",
        """{ "flagValues": { "new-nav": true }, "segments": {} }""",
        """{ "FeatureManagement": { "NewNav": true } }""",
        """{ "toggles": [ { "name": "new_nav", "enabled": true } ] }""",
    ];

    [Fact]
    public void Manifest_ThatIsSound_GivesEverythingAndNoError()
    {
        GeneratorHarness harness = Build(Sound);

        harness.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        Errors(harness).ShouldBeEmpty();
        (WrongValues.Count + WrongShapes.Count + OtherTexts.Count).ShouldBeGreaterThanOrEqualTo(50);
    }

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void Manifest_WithAWrongValue_IsTheOnlyError(string sound, string broken)
    {
        GeneratorHarness harness = Build(Edit(sound, broken));

        Errors(harness).ShouldBeEmpty();
        ShouldReportEveryError(harness, Edit(sound, broken));
    }

    [Theory]
    [MemberData(nameof(WrongShapes))]
    public void Manifest_WithAWrongShape_HasEveryErrorPrinted(string sound, string broken)
    {
        GeneratorHarness harness = Build(Edit(sound, broken));

        ShouldReportEveryError(harness, Edit(sound, broken));
        ShouldHaveClassContextAndInterface(harness);
    }

    [Theory]
    [MemberData(nameof(OtherTexts))]
    public void Manifest_ThatIsNone_HasEveryErrorPrinted(string text)
    {
        GeneratorHarness harness = Build(text);

        ShouldReportEveryError(harness, text);
        ShouldHaveClassContextAndInterface(harness);
    }

    private static GeneratorHarness Build(string manifest)
    {
        GeneratorHarness harness = GeneratorHarness.For(manifest);
        harness.AddSource(Everything);
        harness.Run();
        return harness;
    }

    private static string Edit(string sound, string broken)
    {
        Sound.ShouldContain(sound);
        int start = Sound.IndexOf(sound, StringComparison.Ordinal);
        return Sound[..start] + broken + Sound[(start + sound.Length)..];
    }

    private static IReadOnlyList<Diagnostic> Errors(GeneratorHarness harness) =>
        [.. harness.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>What the generator reports is printed whatever the compiler says of the C#: exactly what the checker finds, each at its place, and none twice.</summary>
    private static void ShouldReportEveryError(GeneratorHarness harness, string manifest)
    {
        IReadOnlyList<ManifestError> expected = ManifestReader.Read(manifest, CancellationToken.None).Errors;

        expected.ShouldContain(static error => error.Rule.Severity == ManifestSeverity.Error);
        harness.Diagnostics.Select(static diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan.Start, diagnostic.GetMessage(CultureInfo.InvariantCulture)))
            .ShouldBe(expected.Select(static error => (error.Rule.Id, error.Range.Start, error.Message)), ignoreOrder: true);
        harness.Diagnostics.ShouldAllBe(static diagnostic => diagnostic.Location.GetLineSpan().Path == GeneratorHarness.ManifestPath);
    }

    private static void ShouldHaveClassContextAndInterface(GeneratorHarness harness) =>
        ((string[])["Features", "FeatureContext", "IFeatures"]).ShouldAllBe(name => harness.Output.GetSymbolsWithName(name, SymbolFilter.Type).Any());
}
