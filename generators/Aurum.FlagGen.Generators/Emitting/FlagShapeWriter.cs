using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the members by which a struct gives access to a flag.</summary>
internal static class FlagShapeWriter
{
    public const string Context = "global::Aurum.FlagGen.FlagContext? context";
    public const string ContextDocumentation = "/// <param name=\"context\">Who asks; null for the ambient context.</param>";

    /// <summary>The runtime's handle in a struct whose members are all known, so that none can have the name.</summary>
    public const string FlagField = "__flag";

    private const string Runtime = "global::Aurum.FlagGen.";
    private const string Inherit = "/// <inheritdoc/>";

    /// <summary>What the struct implements. A compile-time flag has no value that anything but the build could give it, so it is only a flag.</summary>
    public static string Interface(FlagShape shape) => " : " + Runtime + (shape.Handle is null ? "IFlag" : "IFlag<" + shape.ValueType + ">");

    /// <summary>Writes the field that holds the engine, and the constructor that sets it. The struct's default is bound to the default engine.</summary>
    public static void WriteEngine(SourceWriter writer, string typeName, string field)
    {
        writer.Line("private readonly ", Runtime, "FlagEngine? ", field, ";");
        writer.Separate();
        writer.Line("internal ", typeName, "(", Runtime, "FlagEngine? engine) => ", field, " = engine;");
        writer.Separate();
    }

    /// <param name="writer">Where to write them.</param>
    /// <param name="shape">The flag.</param>
    /// <param name="engine">What holds the engine.</param>
    /// <param name="handle">A name for the property that is the runtime's handle.</param>
    /// <param name="names">The names of what is generated.</param>
    public static void WriteMembers(SourceWriter writer, FlagShape shape, string engine, string handle, OutputNames names)
    {
        WriteKey(writer, CSharpText.Literal(shape.Key), CSharpText.Literal(names.Scope), shape.Type);
        if (shape.Handle is null)
        {
            WriteCompileTime(writer, shape);
            return;
        }

        WriteAnswers(writer, shape.ValueType, shape.Getter, shape.Variants.Count > 0, handle);
        if (shape.Variants.Count > 0)
        {
            MatchWriter.Write(writer, shape.Variants, handle);
        }

        WriteTrack(writer, handle);
        if (shape.EventType is { } eventType)
        {
            WriteTrack(writer, eventType, shape.Events, handle);
        }

        writer.Line("private ", shape.Handle, " ", handle, " => new(", engine, ", ", MemberWriter.Slot(names, MemberWriter.Number(shape.Slot)), ");");
        writer.Separate();
    }

    public static void WriteKey(SourceWriter writer, string key, string scope, string type)
    {
        Summary(writer, "The flag's key.");
        Member(writer, "string Key", key);

        // Explicitly, so that it meets no flag that is called so.
        writer.Line("string ", Runtime, "IFlag.Scope => ", scope, ";");
        writer.Separate();
        Summary(writer, "What kind of value the flag gives.");
        Member(writer, Runtime + "FlagType Type", Runtime + "FlagType." + type);
    }

    public static void WriteAnswers(SourceWriter writer, string valueType, string? getter, bool isVariant, string handle)
    {
        writer.Line(Inherit);
        Member(writer, "bool IsEnabled(" + Context + " = null)", handle + ".IsEnabled(context)");
        if (getter is not null)
        {
            Summary(writer, isVariant ? "The variant." : "The flag's value.");
            writer.Line(ContextDocumentation);
            Member(writer, valueType + " " + getter + "(" + Context + " = null)", handle + "." + getter + "(context)");
        }

        Summary(writer, isVariant ? "The variant, with why it is so." : "The flag's value, with why it is so.");
        writer.Line(ContextDocumentation);
        Member(writer, Runtime + "FlagEvaluation<" + valueType + "> Evaluate(" + Context + " = null)", handle + ".Evaluate(context)");
        writer.Line(Inherit);
        Member(writer, Runtime + "FlagExplanation Explain(" + Context + " = null)", handle + ".Explain(context)");
    }

    public static void WriteTrack(SourceWriter writer, string handle)
    {
        Summary(writer, "Records that an event happened to a unit that may have seen the flag.");
        writer.Line("/// <param name=\"context\">To whom it happened; null for the ambient context.</param>");
        writer.Line("/// <param name=\"eventName\">The event's name.</param>");
        Member(writer, "void Track(" + Context + ", string eventName)", handle + ".Track(context, eventName)");
    }

    private static void WriteTrack(SourceWriter writer, string eventType, EquatableArray<NamedText> events, string handle)
    {
        Summary(writer, "Records that an event of the test happened to a unit that may have seen the flag.");
        writer.Line("/// <param name=\"context\">To whom it happened; null for the ambient context.</param>");
        writer.Line("/// <param name=\"trackedEvent\">The event.</param>");
        writer.Open("public void Track(", Context, ", ", eventType, " trackedEvent) => ", handle, ".Track(context, trackedEvent switch");
        foreach (NamedText trackedEvent in events)
        {
            writer.Line(eventType, ".", trackedEvent.Name, " => ", CSharpText.Literal(trackedEvent.Text), ",");
        }

        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(trackedEvent), trackedEvent, null),");
        writer.Close("});");
    }

    /// <summary>Bodies that are a literal or a switch, and nothing else: the trimmer takes the branch of the other answer out of the application.</summary>
    private static void WriteCompileTime(SourceWriter writer, FlagShape shape)
    {
        string value = shape.Value;
        Summary(writer, "Whether the flag is on, which this build has settled.");
        Member(writer, "bool IsEnabled()", value);
        Summary(writer, "Whether the flag is on, which this build has settled.");
        writer.Line("/// <param name=\"context\">Who asks; the answer is the same for everybody.</param>");
        Member(writer, "bool IsEnabled(" + Context + ")", value);

        // Explicitly: a method that implements an interface is virtual, and the trimmer takes no constant from a virtual method.
        writer.Line("bool ", Runtime, "IFlag.IsEnabled(", Context, ") => ", value, ";");
        writer.Separate();
        Summary(writer, "The flag's value, with why it is so.");
        writer.Line("/// <param name=\"context\">Who asks; the answer is the same for everybody.</param>");
        Member(
            writer, Runtime + "FlagEvaluation<bool> Evaluate(" + Context + " = null)",
            "new() { Key = " + CSharpText.Literal(shape.Key) + ", Value = " + value + ", Reason = " + Runtime + "EvaluationReason.Static }");
        writer.Line(Inherit);
        Member(
            writer, Runtime + "FlagExplanation Explain(" + Context + " = null)",
            "new() { Key = " + CSharpText.Literal(shape.Key) + ", Value = " + Runtime + "FlagValue.From(" + value + "), IsOn = " + value
            + ", Reason = " + Runtime + "EvaluationReason.Static, Source = " + Runtime + "FlagSource.Manifest }");
    }

    private static void Summary(SourceWriter writer, string text) => writer.Line("/// <summary>", text, "</summary>");

    private static void Member(SourceWriter writer, string declaration, string body)
    {
        writer.Line("public ", declaration, " => ", body, ";");
        writer.Separate();
    }
}
