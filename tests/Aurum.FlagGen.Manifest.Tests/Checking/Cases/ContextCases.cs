using Aurum.FlagGen.Manifest.Rules;
using static Aurum.FlagGen.Manifest.Tests.Checking.ManifestCase;

namespace Aurum.FlagGen.Manifest.Tests.Checking.Cases;

/// <summary>The context's attributes.</summary>
internal static class ContextCases
{
    public static readonly IReadOnlyList<ManifestCase> All =
    [
        new(ManifestRules.Attribute, "value and object",
            """{ "context": { "user": "string", [|"user.role"|]: "string" }, "flags": { } }""",
            "Attribute 'user.role' lies inside 'user', which is declared as a value; rename one of the two", SchemaVerdict.CannotSay,
            """{ "context": { "user_name": "string", "user.role": "string" }, "flags": { } }"""),
        new(ManifestRules.Attribute, "object and value",
            """{ "context": { "user.role": "string", [|"user"|]: "string" }, "flags": { } }""",
            "Attribute 'user' is declared as a value, but 'user.role' lies inside it; rename one of the two", SchemaVerdict.CannotSay,
            """{ "context": { "user.role": "string", "user.name": "string" }, "flags": { } }"""),
        new(ManifestRules.Attribute, "same property",
            """{ "context": { "user_role": "string", [|"user.role"|]: "string" }, "flags": { } }""",
            "Attribute 'user.role' would be generated as 'UserRole', as 'user_role' is; rename one of the two", SchemaVerdict.CannotSay,
            """{ "context": { "user_role": "string", "user.rank": "string" }, "flags": { } }"""),
        new(ManifestRules.Attribute, "member of the context",
            """{ "context": { [|"schema"|]: "string" }, "flags": { } }""",
            "Attribute 'schema' would be generated as 'Schema', which the context class has already; rename it", SchemaVerdict.CannotSay,
            """{ "context": { "data.schema": "string" }, "flags": { } }"""),
        new(ManifestRules.Attribute, "no property",
            """{ "context": { [|"1st"|]: "string" }, "flags": { } }""",
            "Attribute '1st' gives no name for a C# property; begin each part of its path with a letter", SchemaVerdict.Rejects,
            """{ "context": { "first": "string" }, "flags": { } }"""),
        new(ManifestRules.Attribute, "empty part",
            """{ "context": { [|"user."|]: "string" }, "flags": { } }""",
            "Attribute 'user.' has the path 'user.' with an empty part; write names with a dot between them, such as user.role", SchemaVerdict.Rejects,
            """{ "context": { "user.x": "string" }, "flags": { } }"""),
        new(ManifestRules.Attribute, "long path",
            $$"""{ "context": { [|"user.{{new string('x', 196)}}"|]: "string" }, "flags": { } }""",
            $"Attribute 'user.{new string('x', 55)}…' has a path of 201 characters; shorten it to at most 200", SchemaVerdict.Rejects,
            $$"""{ "context": { "user.{{new string('x', 195)}}": "string" }, "flags": { } }"""),
        new(ManifestRules.Attribute, "values of a number",
            """{ "context": { "a": { "type": "integer", "values": [|["1"]|] } }, "flags": { } }""",
            "Attribute 'a' lists 'values' for the type integer; only a string or a string[] has 'values', so remove them", SchemaVerdict.Rejects,
            """{ "context": { "a": { "type": "string[]", "values": ["1"] } }, "flags": { } }"""),
        new(ManifestRules.Attribute, "no values",
            """{ "context": { "a": { "type": "string", "values": [|[]|] } }, "flags": { } }""",
            "Attribute 'a' has an empty list of 'values', so no value would be allowed; list the values, or remove the member", SchemaVerdict.Rejects,
            """{ "context": { "a": { "type": "string" } }, "flags": { } }"""),
    ];
}
