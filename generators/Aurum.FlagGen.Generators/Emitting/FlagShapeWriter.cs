using System.Globalization;
using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the members by which a struct gives access to a flag.</summary>
internal static class FlagShapeWriter
{
    private const string Runtime = "global::Aurum.FlagGen.";
    private const string Context = "global::Aurum.FlagGen.FlagContext? context";
    private const string Function = "global::System.Func<TResult>";
    private const string Action = "global::System.Action";
    private const string Inherit = "/// <inheritdoc/>";
    private const string ContextDocumentation = "/// <param name=\"context\">Who asks; null for the ambient context.</param>";

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

    public static void WriteMembers(SourceWriter writer, FlagShape shape, string engineField, OutputNames names)
    {
        Summary(writer, "The flag's key.");
        Member(writer, "string Key", CSharpText.Literal(shape.Key));
        Summary(writer, "What kind of value the flag gives.");
        Member(writer, Runtime + "FlagType Type", Runtime + "FlagType." + shape.Type);
        if (shape.Handle is null)
        {
            WriteCompileTime(writer, shape);
            return;
        }

        string slot = shape.Slot.ToString(CultureInfo.InvariantCulture);
        string flag = "new " + shape.Handle + "(" + engineField + ", " + names.Qualifier + names.Catalog + ".Slots[" + slot + "])";
        WriteAnswers(writer, shape, flag);
        if (shape.Variants.Count > 0)
        {
            WriteMatches(writer, shape);
        }

        WriteTracks(writer, shape, flag);
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

    private static void WriteAnswers(SourceWriter writer, FlagShape shape, string flag)
    {
        writer.Line(Inherit);
        Member(writer, "bool IsEnabled(" + Context + " = null)", flag + ".IsEnabled(context)");
        if (shape.Getter is { } getter)
        {
            Summary(writer, shape.Variants.Count > 0 ? "The variant." : "The flag's value.");
            writer.Line(ContextDocumentation);
            Member(writer, shape.ValueType + " " + getter + "(" + Context + " = null)", flag + "." + getter + "(context)");
        }

        Summary(writer, shape.Variants.Count > 0 ? "The variant, with why it is so." : "The flag's value, with why it is so.");
        writer.Line(ContextDocumentation);
        Member(writer, Runtime + "FlagEvaluation<" + shape.ValueType + "> Evaluate(" + Context + " = null)", flag + ".Evaluate(context)");
        writer.Line(Inherit);
        Member(writer, Runtime + "FlagExplanation Explain(" + Context + " = null)", flag + ".Explain(context)");
    }

    /// <summary>Writes one parameter for each variant, so that a variant added to the manifest does not compile until it has its answer.</summary>
    private static void WriteMatches(SourceWriter writer, FlagShape shape)
    {
        WriteMatch(writer, shape, "Calls the function of the variant, and no other.", "TResult Match<TResult>", Function, "()");
        WriteMatch(writer, shape, "Chooses the value of the variant.", "TResult Match<TResult>", "TResult", "");
        WriteMatch(writer, shape, "Calls the action of the variant, and no other.", "void Match", Action, "();");
    }

    private static void WriteMatch(SourceWriter writer, FlagShape shape, string summary, string signature, string parameterType, string call)
    {
        Summary(writer, summary);
        writer.Line(ContextDocumentation);
        foreach (VariantModel variant in shape.Variants)
        {
            writer.Line("/// <param name=\"", variant.Parameter.TrimStart('@'), "\">For the variant <c>", CSharpText.Documentation(variant.Text), "</c>.</param>");
        }

        string parameters = string.Concat(shape.Variants.Select(variant => ", " + parameterType + " " + variant.Parameter));
        bool isStatement = call.EndsWith(";", StringComparison.Ordinal);
        writer.Open("public ", signature, "(", Context, parameters, ")");
        writer.Open(isStatement ? "switch (GetVariant(context))" : "return GetVariant(context) switch");
        foreach (VariantModel variant in shape.Variants.Skip(1))
        {
            WriteArm(writer, (isStatement ? "case " : "") + shape.ValueType + "." + variant.Member, variant, isStatement, call);
        }

        // The first variant is the enum's default, so it takes what is left as well.
        WriteArm(writer, isStatement ? "default" : "_", shape.Variants[0], isStatement, call);
        writer.Close(isStatement ? "}" : "};");
        writer.Close();
    }

    private static void WriteArm(SourceWriter writer, string label, VariantModel variant, bool isStatement, string call) =>
        writer.Line(label, isStatement ? ": " : " => ", variant.Parameter, call, isStatement ? " break;" : ",");

    private static void WriteTracks(SourceWriter writer, FlagShape shape, string flag)
    {
        Summary(writer, "Records that an event happened to a unit that may have seen the flag.");
        writer.Line("/// <param name=\"context\">To whom it happened; null for the ambient context.</param>");
        writer.Line("/// <param name=\"eventName\">The event's name.</param>");
        Member(writer, "void Track(" + Context + ", string eventName)", flag + ".Track(context, eventName)");
        if (shape.EventType is not { } eventType)
        {
            return;
        }

        Summary(writer, "Records that an event of the test happened to a unit that may have seen the flag.");
        writer.Line("/// <param name=\"context\">To whom it happened; null for the ambient context.</param>");
        writer.Line("/// <param name=\"trackedEvent\">The event.</param>");
        writer.Open("public void Track(", Context, ", ", eventType, " trackedEvent) => ", flag, ".Track(context, trackedEvent switch");
        foreach (NamedText trackedEvent in shape.Events)
        {
            writer.Line(eventType, ".", trackedEvent.Name, " => ", CSharpText.Literal(trackedEvent.Text), ",");
        }

        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(trackedEvent), trackedEvent, null),");
        writer.Close("});");
    }

    private static void Summary(SourceWriter writer, string text) => writer.Line("/// <summary>", text, "</summary>");

    private static void Member(SourceWriter writer, string declaration, string body)
    {
        writer.Line("public ", declaration, " => ", body, ";");
        writer.Separate();
    }
}
