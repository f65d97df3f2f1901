using Aurum.FlagGen.Manifest.Rules;
using static Aurum.FlagGen.Manifest.Tests.Checking.ManifestCase;

namespace Aurum.FlagGen.Manifest.Tests.Checking.Cases;

/// <summary>The text itself: its JSON and its size.</summary>
internal static class TextCases
{
    public static readonly IReadOnlyList<ManifestCase> All =
    [
        new(ManifestRules.Syntax, "value missing",
            """{ "flags": { "x": { "owner"[|:|] } } } """,
            "The JSON is not well-formed: A value is missing after this colon", SchemaVerdict.CannotRead,
            Flags(""" "x": { "owner": "me" } """)),
        new(ManifestRules.Limit, "variants",
            Flag($$""" "type": "variant", "default_value": "v1", "variants": [|[|]{{string.Join(", ", Enumerable.Range(1, 65).Select(static i => $"\"v{i}\""))}}] """),
            "Flag 'x' exceeds a limit: it has 65 variants, and at most 64 are allowed", SchemaVerdict.Rejects,
            Flag($$""" "type": "variant", "default_value": "v1", "variants": [{{string.Join(", ", Enumerable.Range(1, 64).Select(static i => $"\"v{i}\""))}}] """)),
        new(ManifestRules.Limit, "rules",
            Flag($$""" "rules": [|[|]{{string.Join(", ", Enumerable.Range(1, 101).Select(static i => $$"""{ "name": "r{{i}}", "conditions": { "a": {{i}} } }"""))}}] """),
            "Flag 'x' exceeds a limit: it has 101 rules, and at most 100 are allowed", SchemaVerdict.Rejects,
            Flag($$""" "rules": [{{string.Join(", ", Enumerable.Range(1, 100).Select(static i => $$"""{ "name": "r{{i}}", "conditions": { "a": {{i}} } }"""))}}] """)),
        new(ManifestRules.Limit, "conditions",
            WithRules($$""" { "name": "A", "conditions": [|{|] {{string.Join(", ", Enumerable.Range(1, 51).Select(static i => $"\"a{i}\": 1"))}} } } """),
            "Rule 'A' of flag 'x' exceeds a limit: it has 51 conditions, and at most 50 are allowed", SchemaVerdict.Rejects,
            WithRules($$""" { "name": "A", "conditions": { {{string.Join(", ", Enumerable.Range(1, 50).Select(static i => $"\"a{i}\": 1"))}} } } """)),
        new(ManifestRules.Limit, "list",
            WithRules($$""" { "name": "A", "conditions": { "a": { "op": "in", "value": [|[|]{{string.Join(",", Enumerable.Range(1, 10_001))}}] } } } """),
            "Rule 'A' of flag 'x' exceeds a limit: 'a' has 10001 elements, and at most 10000 are allowed", SchemaVerdict.Rejects,
            WithRules($$""" { "name": "A", "conditions": { "a": { "op": "in", "value": [{{string.Join(",", Enumerable.Range(1, 10_000))}}] } } } """)),
        new(ManifestRules.Limit, "long pattern",
            WithRules($$""" { "name": "A", "conditions": { "a": { "op": "regex", "value": [|"{{new string('a', 1_001)}}"|] } } } """),
            "Rule 'A' of flag 'x' exceeds a limit: this pattern has 1001 characters, and at most 1000 are allowed", SchemaVerdict.Rejects,
            WithRules($$""" { "name": "A", "conditions": { "a": { "op": "regex", "value": "{{new string('a', 1_000)}}" } } } """)),
        new(ManifestRules.Limit, "many patterns",
            WithRules($$""" { "name": "A", "conditions": { "a": { "op": "regex", "value": [{{string.Join(", ", Enumerable.Repeat("\"a\"", 20))}}] }, "b": { "op": "regex", "value": [|"b"|] } } } """),
            "Rule 'A' of flag 'x' exceeds a limit: this pattern is one more than the 20 that a flag may have", SchemaVerdict.CannotSay,
            WithRules($$""" { "name": "A", "conditions": { "a": { "op": "regex", "value": [{{string.Join(", ", Enumerable.Repeat("\"a\"", 19))}}] }, "b": { "op": "regex", "value": "b" } } } """)),
        new(ManifestRules.Limit, "nesting",
            Flag($$""" "type": "object", "default_value": { "a": {{new string('[', 60)}}[|[|]{{new string(']', 61)}} } """),
            "Flag 'x' exceeds a limit: more than 64 arrays and objects stand one inside the other here; what lies deeper is left out", SchemaVerdict.CannotRead,
            Flag($$""" "type": "object", "default_value": { "a": {{new string('[', 60)}}{{new string(']', 60)}} } """)),
        new(ManifestRules.Duplicate, "member",
            Flag(""" "owner": "a", [|"owner"|]: "b" """),
            "Flag 'x' has 'owner' twice; keep one of them", SchemaVerdict.CannotSay,
            Flag(""" "owner": "a" """)),
        new(ManifestRules.Duplicate, "flag",
            Flags(""" "x": { }, [|"x"|]: { } """),
            "The manifest has the flag 'x' twice; keep one of them", SchemaVerdict.CannotSay,
            Flags(""" "x": { }, "X2": { } """)),
        new(ManifestRules.Duplicate, "variant",
            Flag(""" "type": "variant", "default_value": "a", "variants": ["a", "b", [|"a"|]] """),
            "Flag 'x' has 'a' in 'variants' twice; keep one of them", SchemaVerdict.Rejects,
            Flag(""" "type": "variant", "default_value": "a", "variants": ["a", "b"] """)),
    ];
}
