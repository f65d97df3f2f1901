using Aurum.FlagGen.Manifest.Rules;
using static Aurum.FlagGen.Manifest.Tests.Checking.ManifestCase;

namespace Aurum.FlagGen.Manifest.Tests.Checking.Cases;

/// <summary>Retirement, visibility and compile time.</summary>
internal static class LifecycleCases
{
    public static readonly IReadOnlyList<ManifestCase> All =
    [
        new(ManifestRules.Keep, "missing",
            Flag(""" "lifecycle": [|"retired"|] """),
            "Flag 'x' is retired and does not say what to keep; add 'keep' with the value or the variant that the code keeps when the flag is removed", SchemaVerdict.Rejects,
            Flag(""" "lifecycle": "retired", "keep": true """)),
        new(ManifestRules.Keep, "no value",
            Flag(""" "lifecycle": "retired", "keep": [|"yes"|] """),
            "Flag 'x' keeps the text 'yes', which is neither a variant nor a value of its type; a flag of type boolean takes true or false", SchemaVerdict.CannotSay,
            Flag(""" "lifecycle": "retired", "keep": "yes", "variants": { "yes": true } """)),
        new(ManifestRules.Keep, "no variant",
            Flag(""" "type": "variant", "variants": ["a"], "default_value": "a", "lifecycle": "retired", "keep": [|"b"|] """),
            "Flag 'x' keeps the text 'b', which is neither a variant nor a value of its type; a flag of type variant takes the name of one of its variants", SchemaVerdict.CannotSay,
            Flag(""" "type": "variant", "variants": ["a"], "default_value": "a", "lifecycle": "retired", "keep": "a" """)),
        new(ManifestRules.Visibility, "both",
            Flag(""" "sensitive": true, [|"client_visible"|]: true """),
            "Flag 'x' is both 'sensitive' and 'client_visible', but a sensitive flag's value never leaves the process; remove one of the two", SchemaVerdict.Rejects,
            Flag(""" "sensitive": true, "client_visible": false """)),
        new(ManifestRules.CompileTime, "status",
            Flag(""" "evaluation": "compile_time", [|"status"|]: "disabled" """),
            "Flag 'x' is decided at compile time and has 'status', which nothing would read; remove it, or change 'evaluation'", SchemaVerdict.Rejects,
            Flag(""" "evaluation": "compile_time", "emit": "switch", "values": { "Release": false }, "default_value": true """)),
        new(ManifestRules.CompileTime, "rules",
            Flag(""" "evaluation": "compile_time", [|"rules"|]: [] """),
            "Flag 'x' is decided at compile time and has 'rules', which nothing would read; remove it, or change 'evaluation'", SchemaVerdict.Rejects,
            Flag(""" "evaluation": "compile_time", "emit": "const" """)),
        new(ManifestRules.CompileTime, "test",
            Flag(""" "evaluation": "compile_time", [|"ab_test"|]: { "variants": { "a": 100 }, "control_variant": "a" } """),
            "Flag 'x' is decided at compile time and has 'ab_test', which nothing would read; remove it, or change 'evaluation'", SchemaVerdict.Rejects,
            Flag(""" "evaluation": "runtime", "ab_test": { "variants": { "a": 100 }, "control_variant": "a" } """)),
        new(ManifestRules.CompileTime, "type",
            Flag(""" "evaluation": "compile_time", "type": [|"string"|], "default_value": "a" """),
            "Flag 'x' is decided at compile time and of type string; only a boolean flag can be, so change one of the two", SchemaVerdict.Rejects,
            Flag(""" "evaluation": "compile_time", "type": "boolean" """)),
        new(ManifestRules.CompileTime, "values at run time",
            Flag(""" [|"values"|]: { "Debug": true } """),
            "Flag 'x' is decided at run time and has 'values', which nothing would read; remove it, or change 'evaluation'", SchemaVerdict.Rejects,
            Flag(""" "evaluation": "compile_time", "values": { "Debug": true } """)),
    ];
}
