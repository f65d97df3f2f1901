using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>A manifest with exactly one fault, which stands between <c>[|</c> and <c>|]</c>, beside one that is as near to it as can be and has none.</summary>
internal sealed record ManifestCase(ManifestRule Rule, string Name, string Markup, string Message, SchemaVerdict Schema, string Valid)
{
    /// <summary>The manifest without its marks.</summary>
    public string Text => Markup.Remove(End, 2).Remove(Start, 2);

    /// <summary>What stands between the marks.</summary>
    public TextRange Range => new(Start, End - Start - 2);

    private int Start => Markup.IndexOf("[|", StringComparison.Ordinal);

    private int End => Markup.IndexOf("|]", Start + 2, StringComparison.Ordinal);

    public override string ToString() => $"{Rule.Id} {Name}";

    /// <summary>A manifest with these flags.</summary>
    public static string Flags(string flags) => $$"""{ "flags": { {{flags}} } }""";

    /// <summary>A manifest with the flag x.</summary>
    public static string Flag(string members) => Flags($$"""  "x": { {{members}} }""");

    /// <summary>A manifest with the boolean flag x and its rules.</summary>
    public static string WithRules(string rules) => Flag($$"""  "rules": [ {{rules}} ]""");

    /// <summary>A manifest with a context, and the boolean flag x with one rule of these conditions.</summary>
    public static string Conditions(string conditions) => $$"""
        {
          "context": {
            "user_id": { "type": "string", "required": true },
            "user.role": { "type": "string", "values": ["admin", "member"], "required": true },
            "user.name": { "type": "string", "required": true }, "user.nick": "string", "user.age": { "type": "integer", "required": true }, "user.beta": { "type": "boolean", "required": true },
            "user.since": { "type": "datetime", "required": true }, "app.semver": { "type": "semver", "required": true }, "app.version": { "type": "version", "required": true },
            "user.tags": { "type": "string[]", "required": true }
          },
          "flags": { "x": { "rules": [ { "name": "A", "conditions": { {{conditions}} } } ] } }
        }
        """;
}
