using System.Text.Json;
using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.TestKit.Roslyn;
using CsCheck;

namespace Aurum.FlagGen.Generators.Tests.Output;

/// <summary>Whatever keys, variants, events, attributes and values are called: what is generated compiles, and what is not generated has a diagnostic.</summary>
public sealed class KeyFuzzTests
{
    /// <summary>Words that meet: with each other, with what every object has, with handles and with other generated names.</summary>
    private static readonly string[] Words =
    [
        "a", "A", "b", "a_b", "AB", "x1", "1x", "flow", "Flow", "checkout", "key", "type", "is_enabled", "equals", "to_string", "get_type", "engine", "_engine", "match", "context", "current",
        "class", "int", "value", "default", "field", "features", "i", "feature_keys", "variant", "event", "flag", "payload", "name", "read", "clone", "user_id", "ключ", "é", "-", "__", "bound",
    ];

    private static readonly string[] Types = ["boolean", "string", "integer", "number", "object", "variant"];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(static index => Words[index]);
    private static readonly Gen<string> Key = Word.Array[1, 4].Select(static parts => string.Join('.', parts));
    private static readonly Gen<string[]> Names = Gen.OneOf(Word, Gen.String[Gen.Char.AlphaNumeric, 1, 6]).HashSet[1, 5].Select(static set => set.ToArray());
    private static readonly Gen<string[]> AnyTexts = Gen.OneOf(Word, Gen.String).HashSet[1, 5].Select(static set => set.ToArray());

    private static readonly Gen<KeyValuePair<string, object>> Flag =
        Gen.Select(Key, Gen.Int[0, Types.Length - 1], Names, Names, Gen.Bool).Select(static (key, type, variants, events, isCompileTime) =>
            new KeyValuePair<string, object>(key, isCompileTime && type == 0 ? new { evaluation = "compile_time", default_value = true } : Define(Types[type], variants, events)));

    private static readonly Gen<KeyValuePair<string, object>> Attribute =
        Gen.Select(Key, AnyTexts).Select(static (path, values) => new KeyValuePair<string, object>(path, new { type = "string", values, description = string.Concat(values) }));

    private static readonly Gen<string> Manifest = Gen.Select(Flag.Array[1, 12], Attribute.Array[0, 4]).Select(static (flags, attributes) => JsonSerializer.Serialize(new
    {
        @namespace = "Acme",
        context = attributes.DistinctBy(static one => one.Key).ToDictionary(),
        flags = flags.DistinctBy(static one => one.Key).ToDictionary(),
    }));

    private static object Define(string type, string[] names, string[] events)
    {
        object test = new { variants = names.Select((name, index) => (name, weight: index == 0 ? 100 : 0)).ToDictionary(static arm => arm.name, static arm => arm.weight), control_variant = names[0], track_events = events };
        object schema = new { type = "object", properties = names.ToDictionary(static name => name, static object (_) => new { type = "object", properties = new { x = new { type = "integer" } } }) };
        return type switch
        {
            "variant" => new { type, status = "enabled", default_value = names[0], ab_test = test },
            "boolean" => new { status = "enabled", ab_test = test },
            "string" => new { type, status = "enabled", default_value = names[0] },
            "object" => new { type, status = "enabled", default_value = new { }, payload_schema = schema },
            _ => new { type, status = "enabled", default_value = 1 },
        };
    }

    [Fact]
    public void Names_WhateverTheyAre_CompileOrHaveADiagnostic() => Manifest.Sample(static text =>
    {
        GeneratorHarness harness = GeneratorHarness.For(text);
        harness.Run();
        FlagManifest manifest = ManifestReader.Read(text, CancellationToken.None);

        harness.Output.Faults().ShouldBeEmpty(text);
        string keys = harness.Source("Acme.Features-Keys.g.cs");
        string[] lost =
        [
            .. manifest.Flags.Where(flag => !keys.Contains($"= \"{flag.Key}\";", StringComparison.Ordinal)).Select(static flag => flag.Key)
                .Where(key => !manifest.Errors.Any(error => error.Pointer.Contains("/flags/" + key.Replace("~", "~0", StringComparison.Ordinal), StringComparison.Ordinal))),
        ];
        lost.ShouldBeEmpty(text);
    }, iter: SlowTest.Rounds(all: 100, plain: 20));
}
