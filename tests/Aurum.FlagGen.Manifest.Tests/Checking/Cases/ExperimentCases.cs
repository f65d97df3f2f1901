using Aurum.FlagGen.Manifest.Rules;
using static Aurum.FlagGen.Manifest.Tests.Checking.ManifestCase;

namespace Aurum.FlagGen.Manifest.Tests.Checking.Cases;

/// <summary>Weights, tests and layers.</summary>
internal static class ExperimentCases
{
    public static readonly IReadOnlyList<ManifestCase> All =
    [
        new(ManifestRules.Weights, "sum",
            Flag(""" "ab_test": { "variants": [|{|] "a": 50, "b": 40 }, "control_variant": "a" } """),
            "The A/B test of flag 'x' has weights that sum to 90 in its test; weights are percentages with at most 3 decimals that sum to 100", SchemaVerdict.CannotSay,
            Flag(""" "ab_test": { "variants": { "a": 33.333, "b": 33.333, "c": 33.333 }, "control_variant": "a" } """)),
        new(ManifestRules.Weights, "negative",
            Flag(""" "ab_test": { "variants": { "a": 100, "b": [|-10|] }, "control_variant": "a" } """),
            "The A/B test of flag 'x' gives 'b' the number -10 as its weight in its test; weights are percentages with at most 3 decimals that sum to 100", SchemaVerdict.Rejects,
            Flag(""" "ab_test": { "variants": { "a": 100, "b": 0 }, "control_variant": "a" } """)),
        new(ManifestRules.Weights, "text",
            Flag(""" "ab_test": { "variants": { "a": 50, "b": [|"50"|] }, "control_variant": "a" } """),
            "The A/B test of flag 'x' gives 'b' the text '50' as its weight in its test; weights are percentages with at most 3 decimals that sum to 100", SchemaVerdict.Rejects,
            Flag(""" "ab_test": { "variants": { "a": 50, "b": 50 }, "control_variant": "a" } """)),
        new(ManifestRules.Weights, "decimals",
            Flag(""" "ab_test": { "variants": { "a": 50, "b": [|49.9999|] }, "control_variant": "a" } """),
            "The A/B test of flag 'x' gives 'b' the number 49.9999 as its weight in its test; weights are percentages with at most 3 decimals that sum to 100", SchemaVerdict.CannotSay,
            Flag(""" "ab_test": { "variants": { "a": 50.001, "b": 49.999 }, "control_variant": "a" } """)),
        new(ManifestRules.Weights, "none",
            Flag(""" "variants": { "a": true }, "rules": [ { "name": "A", "split": [|{ }|] } ] """),
            "Rule 'A' of flag 'x' has no variant in its split; weights are percentages with at most 3 decimals that sum to 100", SchemaVerdict.Rejects,
            Flag(""" "variants": { "a": true }, "rules": [ { "name": "A", "split": { "a": 100 } } ] """)),
        new(ManifestRules.Layer, "unknown",
            Flag(""" "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": { "name": [|"checkout"|], "from": 0, "to": 50 } } """),
            "The A/B test of flag 'x' is in the layer 'checkout', which is not declared; declare it under 'layers'", SchemaVerdict.CannotSay,
            """{ "layers": { "checkout": { } }, "flags": { "x": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": { "name": "checkout", "from": 0, "to": 50 } } } } }"""),
        new(ManifestRules.Layer, "empty",
            """{ "layers": { "l": { } }, "flags": { "x": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": { "name": "l", "from": 50, "to": [|50|] } } } } }""",
            "The A/B test of flag 'x' owns an empty part of its layer, from 50 to 50; let 'to' be greater than 'from'", SchemaVerdict.CannotSay,
            """{ "layers": { "l": { } }, "flags": { "x": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": { "name": "l", "from": 50, "to": 50.001 } } } } }"""),
        new(ManifestRules.Layer, "overlap",
            """{ "layers": { "l": { } }, "flags": { "y": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": { "name": "l", "from": 0, "to": 50 } } }, "x": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": [|{ "name": "l", "from": 49.999, "to": 60 }|] } } } }""",
            "The A/B test of flag 'x' owns 49.999 to 60 of layer 'l', of which the test of flag 'y' owns 0 to 50; let the parts of one layer not overlap", SchemaVerdict.CannotSay,
            """{ "layers": { "l": { } }, "flags": { "y": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": { "name": "l", "from": 50, "to": 60 } } }, "x": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": { "name": "l", "from": 0, "to": 50 } } } } }"""),
        new(ManifestRules.Layer, "holdout",
            """{ "layers": { "l": { "holdout": 10 } }, "flags": { "x": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": [|{ "name": "l", "from": 50, "to": 95 }|] } } } }""",
            "The A/B test of flag 'x' reaches to 95 into the holdout of layer 'l', which begins at 90; end its part before that", SchemaVerdict.CannotSay,
            """{ "layers": { "l": { "holdout": 10 } }, "flags": { "x": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": { "name": "l", "from": 50, "to": 90 } } } } }"""),
        new(ManifestRules.MissingMember, "end of a part",
            """{ "layers": { "l": { } }, "flags": { "x": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": [|{|] "name": "l", "from": 50 } } } } }""",
            "The A/B test of flag 'x' has no 'to'; a part of a layer has a name, from and to", SchemaVerdict.Rejects,
            """{ "layers": { "l": { } }, "flags": { "x": { "ab_test": { "variants": { "a": 100 }, "control_variant": "a", "layer": { "name": "l", "from": 50, "to": 60 } } } } }"""),
    ];
}
