using Aurum.FlagGen.Manifest.Rules;
using static Aurum.FlagGen.Manifest.Tests.Checking.ManifestCase;

namespace Aurum.FlagGen.Manifest.Tests.Checking.Cases;

/// <summary>Flags that need flags.</summary>
internal static class DependencyCases
{
    public static readonly IReadOnlyList<ManifestCase> All =
    [
        new(ManifestRules.Cycle, "itself",
            WithRules(""" { "name": "A", "required_flags": [[|"x"|]] } """),
            "Rule 'A' of flag 'x' closes a circle of required and excluded flags: x → x; take one of these references out", SchemaVerdict.CannotSay,
            Flags(""" "y": { }, "x": { "rules": [ { "name": "A", "required_flags": ["y"] } ] } """)),
        new(ManifestRules.Cycle, "three",
            Flags(""" "a": { "rules": [ { "name": "A", "required_flags": [[|"b"|]] } ] }, "b": { "rules": [ { "name": "B", "excluded_flags": ["c"] } ] }, "c": { "rules": [ { "name": "C", "rollout_plan": { "strategy": "targeted", "required_flags": ["a"] } } ] } """),
            "Rule 'A' of flag 'a' closes a circle of required and excluded flags: a → b → c → a; take one of these references out", SchemaVerdict.CannotSay,
            Flags(""" "a": { "rules": [ { "name": "A", "required_flags": ["b", "c"] } ] }, "b": { "rules": [ { "name": "B", "excluded_flags": ["c"] } ] }, "c": { } """)),
        new(ManifestRules.Depth, "33",
            Flags(Chain(33, """[|"f33"|]""")),
            "Flag 'f33' stands above a chain of 33 required and excluded flags; at most 32 are allowed, so shorten it", SchemaVerdict.CannotSay,
            Flags(Chain(32, "\"f32\""))),
    ];

    /// <summary>The flags f0 to fN, each but the first requiring the one before.</summary>
    private static string Chain(int last, string lastKey) => string.Join(", ", Enumerable.Range(0, last + 1).Select(i =>
        (i == last ? lastKey : $"\"f{i}\"") + (i == 0 ? ": { }" : $$""" : { "rules": [ { "name": "A", "required_flags": ["f{{i - 1}}"] } ] } """)));
}
