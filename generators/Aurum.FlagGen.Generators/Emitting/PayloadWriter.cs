using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the records of object flags and what reads them. Reflection-free: System.Text.Json's own generator does not see what this one writes.</summary>
internal static class PayloadWriter
{
    private const string Json = "global::System.Text.Json.";
    private const string Element = Json + "JsonElement";
    private const string ListType = "global::System.Collections.Generic.IReadOnlyList";
    private const string Reader = Manifest.Model.GeneratedNames.PayloadReader;

    public static void WriteRecord(SourceWriter writer, PayloadModel payload, OutputNames names)
    {
        string type = names.Qualifier + payload.TypeName;
        writer.Summary(payload.Description, "A value of the flag <c>" + CSharpText.Documentation(payload.Key) + "</c>.");
        writer.Open($"""
            {SourceWriter.Attribute}
            {names.Visibility}sealed record {payload.TypeName} : {Runtime.Payload}<{type}>
            """);
        foreach (PayloadMember member in payload.Members)
        {
            writer.Summary(member.Description, "<c>" + CSharpText.Documentation(member.Json) + "</c>");
            writer.Write($$"""public {{TypeOf(member.Type, names)}} {{member.Property}} { get; init; }{{InitializerOf(member.Type)}}""");
        }

        writer.Write($$"""
            /// <inheritdoc/>
            public static {{type}} Read({{Element}} element) => new()
            {
                {{SourceWriter.Lines(4, payload.Members.Select(member => $"{member.Property} = {ReadOf(member.Type, $"{Reader}.Member(element, {CSharpText.Literal(member.Json)})", names)},"))}}
            };
            """);
        writer.Close();
    }

    /// <summary>Writes the functions that all records share. A value of another kind gives its type's default, or null.</summary>
    public static void WriteReader(SourceWriter writer) =>
        writer.Write($$"""
            {{SourceWriter.Attribute}}
            file static class {{Reader}}
            {
                public static {{Element}} Member({{Element}} parent, string name)
                {
                    return parent.ValueKind == {{Json}}JsonValueKind.Object && parent.TryGetProperty(name, out {{Element}} member) ? member : default;
                }

                public static string? String({{Element}} element)
                {
                    return element.ValueKind == {{Json}}JsonValueKind.String ? element.GetString() : null;
                }

                public static bool? Boolean({{Element}} element)
                {
                    return element.ValueKind switch { {{Json}}JsonValueKind.True => true, {{Json}}JsonValueKind.False => false, _ => null };
                }

                public static double? Number({{Element}} element)
                {
                    return element.ValueKind == {{Json}}JsonValueKind.Number && element.TryGetDouble(out double number) ? number : null;
                }

                public static long? Integer({{Element}} element)
                {
                    if (element.ValueKind != {{Json}}JsonValueKind.Number)
                    {
                        return null;
                    }

                    if (element.TryGetInt64(out long integer))
                    {
                        return integer;
                    }

                    // 1.0 and 1e3 are whole numbers too.
                    return element.TryGetDouble(out double number) && global::System.Math.Floor(number) == number && global::System.Math.Abs(number) < 9007199254740992 ? (long)number : null;
                }

                public static T? Optional<T>({{Element}} element, global::System.Func<{{Element}}, T> read) where T : class
                {
                    return element.ValueKind == {{Json}}JsonValueKind.Object ? read(element) : null;
                }

                public static {{ListType}}<T> List<T>({{Element}} element, global::System.Func<{{Element}}, T> read)
                {
                    if (element.ValueKind != {{Json}}JsonValueKind.Array)
                    {
                        return [];
                    }

                    T[] items = new T[element.GetArrayLength()];
                    for (int i = 0; i < items.Length; i++)
                    {
                        items[i] = read(element[i]);
                    }

                    return items;
                }
            }
            """);

    private static string TypeOf(PayloadType type, OutputNames names) => type.Kind switch
    {
        PayloadKind.String => "string",
        PayloadKind.Integer => "long",
        PayloadKind.Number => "double",
        PayloadKind.Boolean => "bool",
        PayloadKind.Record => names.Qualifier + type.Record,
        PayloadKind.List => ListType + "<" + TypeOf(type.Element!, names) + ">",
        _ => Element,
    } + (type.IsNullable ? "?" : "");

    /// <summary>What stands for a member that is missing.</summary>
    private static string InitializerOf(PayloadType type) => type switch
    {
        { IsNullable: true } => "",
        { Kind: PayloadKind.String } => " = \"\";",
        { Kind: PayloadKind.Record } => " = new();",
        { Kind: PayloadKind.List } => " = [];",
        _ => "",
    };

    private static string ReadOf(PayloadType type, string element, OutputNames names) => type.Kind switch
    {
        PayloadKind.String => Reader + ".String(" + element + ")" + (type.IsNullable ? "" : " ?? \"\""),
        PayloadKind.Integer => Reader + ".Integer(" + element + ")" + (type.IsNullable ? "" : " ?? 0"),
        PayloadKind.Number => Reader + ".Number(" + element + ")" + (type.IsNullable ? "" : " ?? 0"),
        PayloadKind.Boolean => Reader + ".Boolean(" + element + ")" + (type.IsNullable ? "" : " ?? false"),
        PayloadKind.List => Reader + ".List(" + element + ", static item => " + ReadOf(type.Element!, "item", names) + ")",
        PayloadKind.Record when type.IsNullable => Reader + ".Optional(" + element + ", " + names.Qualifier + type.Record + ".Read)",
        PayloadKind.Record => names.Qualifier + type.Record + ".Read(" + element + ")",
        _ => element,
    };
}
