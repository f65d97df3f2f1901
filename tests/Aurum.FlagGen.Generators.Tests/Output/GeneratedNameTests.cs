using System.Text.Json;
using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.TestKit.Roslyn;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Tests.Output;

/// <summary>Names that mean something to C#, to the framework or to the runtime, in every place where a manifest gives one: what the checker takes compiles.</summary>
public sealed class GeneratedNameTests
{
    private const int Batch = 40;

    /// <summary>Names for a whole manifest, each of which takes a compilation of its own.</summary>
    private static readonly string[] Heads =
    [
        "_", "a", "on", "record", "required", "scoped", "field", "file", "dynamic", "System", "Aurum", "FlagGen", "Acme", "Shop", "IFeatures", "FeatureContext", "FeaturesCatalog", "FlagEngine", "FlagContext",
        "String", "Object", "Task", "PayloadReader", "Thing", "ThingPayload", "Equals",
    ];

    private static readonly string[] Words =
    [
        "_", "__", "a", "I", "record", "required", "scoped", "field", "file", "value", "var", "dynamic", "await", "async", "when", "with", "init", "get", "set", "add", "remove", "and", "or", "not", "is", "in",
        "yield", "partial", "where", "select", "from", "group", "into", "orderby", "join", "let", "on", "equals", "by", "ascending", "descending", "global", "alias", "managed", "unmanaged", "nameof",
        "nint", "nuint", "notnull", "extension", "args", "allows", "event", "class", "int", "string", "object", "default", "features", "flag",
        "System", "Microsoft", "Aurum", "FlagGen", "Acme", "Shop", "Features", "IFeatures", "FeatureContext", "FeatureKeys", "FeaturesCatalog", "FeaturesExtensions", "FeaturesSwitches", "FeatureConstants",
        "FlagEngine", "IFlagEngine", "FeatureFlag", "FlagContext", "FlagCatalog", "BooleanFlag", "VariantFlag", "ValueFlag", "IFlag", "IFlagPayload", "FeatureEvaluation", "FlagSlot", "FlagType",
        "String", "Object", "Boolean", "Int32", "Double", "Type", "Enum", "Attribute", "Exception", "Func", "Action", "Task", "ValueTask", "List", "IReadOnlyList", "Dictionary", "JsonElement", "JsonValueKind",
        "Obsolete", "ObsoleteAttribute", "GeneratedCode", "Math", "Nullable", "Guid", "DateTimeOffset", "Version", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
        "Read", "Clone", "Deconstruct", "PrintMembers", "EqualityContract", "PayloadReader", "ThingPayload", "ThingVariant", "ThingEvent", "ThingFlag", "Thing", "Deep", "DeepFeatures", "Empty", "Current", "From", "Parse",
        "Use", "Schema", "Key", "Engine", "IsEnabled", "GetValue", "GetVariant", "Evaluate", "Explain", "Match", "Track", "Bound", "Handle", "Context", "Keys", "Catalog", "Switches", "Instance", "Default", "Item",
    ];

    /// <summary>Where a word names the whole manifest.</summary>
    private static readonly Dictionary<string, Func<string, object>> HeadPlaces = new()
    {
        ["class"] = static word => Manifest([], className: word),
        ["class in the namespace Aurum"] = static word => Manifest([], ns: "Aurum", className: word),
        ["class in the runtime's namespace"] = static word => Manifest([], ns: "Aurum.FlagGen", className: word),
        ["class in the namespace System"] = static word => Manifest([], ns: "System", className: word),
        ["class in a namespace of its name"] = static word => Manifest([], ns: "Acme." + word, className: word),
        ["namespace"] = static word => Manifest([], ns: word),
        ["first part of the namespace"] = static word => Manifest([], ns: word + ".Shop"),
    };

    /// <summary>Where words name parts of a manifest, many in each.</summary>
    private static readonly Dictionary<string, Func<string[], object>> Places = new()
    {
        ["keys"] = static words => Manifest(words.ToDictionary(static word => word, static _ => Variants("a", "b"))),
        ["groups"] = static words => Manifest(words.ToDictionary(static word => word + ".thing", static _ => Variants("a", "b"))),
        ["inner groups"] = static words => Manifest(words.ToDictionary(static word => "deep." + word + ".thing", static _ => Payload("a"))),
        ["accessors"] = static words => Manifest(words.Select(static (word, index) => (word, index)).ToDictionary(static one => $"key_{one.index}", static one => (object)new { accessor = one.word, status = "enabled", default_value = true })),
        ["accessors in a group"] = static words => Manifest(words.Select(static (word, index) => (word, index)).ToDictionary(static one => $"deep.key_{one.index}", static one => (object)new { accessor = one.word, evaluation = "compile_time" })),
        ["variants and events"] = static words => Manifest(new() { ["thing"] = Variants(words) }),
        ["properties"] = static words => Manifest(words.Select(static (word, index) => (word, index)).ToDictionary(static one => $"key_{one.index}", static one => Payload(one.word))),
        ["accessors of properties"] = static words => Manifest(words.Select(static (word, index) => (word, index)).ToDictionary(static one => $"key_{one.index}", static one => Payload("title", one.word))),
        ["property of that name in a record"] = static words => Manifest(words.ToDictionary(static word => word, static word => Payload(word + "_payload"))),
        ["attributes"] = static words => Manifest([], attributes: words),
        ["values of attributes"] = static words => Manifest([], values: words),
    };

    public static TheoryData<string> HeadPlaceNames => new(HeadPlaces.Keys);

    public static TheoryData<string> PlaceNames => new(Places.Keys);

    /// <summary>Of a name that is refused, the code that is generated all the same compiles too, so that the build shows the manifest's fault and not C#'s.</summary>
    [Theory]
    [MemberData(nameof(PlaceNames))]
    public void Names_InAPart_CompileOrHaveADiagnostic(string place) =>
        string.Join("\n", Words.Chunk(Batch).Select(words => FindFault(Places[place](words))).Where(static fault => fault is not null)).ShouldBe("");

    [Theory]
    [MemberData(nameof(HeadPlaceNames))]
    public void Name_OfTheManifest_CompilesOrHasADiagnostic(string place) =>
        string.Join("\n", Heads.Select(word => FindFault(HeadPlaces[place](word)) is { } fault ? $"'{word}': {fault}" : null).Where(static fault => fault is not null)).ShouldBe("");

    [Fact]
    public void Property_WithAnAccessor_IsCalledSoAndReadByItsName()
    {
        GeneratorHarness harness = GeneratorHarness.For("""
            { "namespace": "Acme", "flags": { "x": { "type": "object", "default_value": { "read": "a" }, "payload_schema": { "type": "object", "properties": { "read": { "type": "string", "accessor": "ReadMode" } } } } } }
            """);

        harness.Run();

        harness.Output.Faults().ShouldBeEmpty();
        INamedTypeSymbol payload = harness.Output.GetTypeByMetadataName("Acme.XPayload").ShouldNotBeNull();
        payload.GetMembers("ReadMode").ShouldHaveSingleItem();
        harness.Output.SyntaxTrees.ShouldContain(static tree => tree.ToString().Contains("ReadMode = __PayloadReader.String(__PayloadReader.Member(element, \"read\"))", StringComparison.Ordinal));
    }

    private static object Variants(params string[] names) => new
    {
        type = "variant", status = "enabled", default_value = names[0],
        ab_test = new { variants = names.Select(static (name, index) => (name, weight: index == 0 ? 100 : 0)).ToDictionary(static arm => arm.name, static arm => arm.weight), control_variant = names[0], track_events = names },
    };

    private static object Payload(string property, string? accessor = null) => new
    {
        type = "object", status = "enabled", default_value = new { },
        payload_schema = new
        {
            type = "object",
            properties = new Dictionary<string, object>
            {
                [property] = accessor is null ? new { type = "string" } : new { type = "string", accessor },
                ["inner"] = new { type = "object", properties = new Dictionary<string, object> { [property] = new { type = "integer" } } },
            },
        },
    };

    private static Dictionary<string, object> Manifest(Dictionary<string, object> flags, string ns = "Acme.Shop", string? className = null, string[]? attributes = null, string[]? values = null)
    {
        Dictionary<string, object> root = new() { ["namespace"] = ns };
        if (className is not null)
        {
            root["class"] = className;
        }

        root["context"] = (attributes ?? ["user.role"]).ToDictionary(static path => path, object (_) => new { type = "string", values = values ?? ["admin", "member"] });
        if (flags.Count == 0)
        {
            flags = new()
            {
                ["thing"] = Payload("title"), ["choice"] = Variants("a", "b"), ["deep.plain"] = new { status = "enabled", default_value = true }, ["fixed"] = new { evaluation = "compile_time", emit = "switch", default_value = true },
            };
        }

        root["flags"] = flags;
        return root;
    }

    private static string? FindFault(object manifest)
    {
        string text = JsonSerializer.Serialize(manifest);
        GeneratorHarness harness = GeneratorHarness.For(text);
        harness.Run();
        Diagnostic[] faults = [.. harness.Output.Faults()];
        return faults.Length == 0 ? null : $"{string.Join(" | ", faults.Take(2))} ({ManifestReader.Read(text, CancellationToken.None).Errors.Count(static error => error.Rule.Severity == ManifestSeverity.Error)} faults told)";
    }
}
