using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes <c>Match</c>, with one parameter for each variant, so that a variant added to the manifest does not compile until it has its answer.</summary>
internal static class MatchWriter
{
    /// <param name="writer">Where to write it.</param>
    /// <param name="variants">The variants in the order of the enum.</param>
    /// <param name="handle">What holds the runtime's handle.</param>
    public static void Write(SourceWriter writer, EquatableArray<VariantModel> variants, string handle)
    {
        WriteMatch(writer, variants, handle, "Calls the function of the variant, and no other.", "TResult Match<TResult>", "global::System.Func<TResult>", "()");
        WriteMatch(writer, variants, handle, "Chooses the value of the variant.", "TResult Match<TResult>", "TResult", "");
        WriteMatch(writer, variants, handle, "Calls the action of the variant, and no other.", "void Match", "global::System.Action", "();");
    }

    private static void WriteMatch(SourceWriter writer, EquatableArray<VariantModel> variants, string handle, string summary, string signature, string parameterType, string call)
    {
        writer.Line("/// <summary>", summary, "</summary>");
        writer.Line(FlagShapeWriter.ContextDocumentation);
        foreach (VariantModel variant in variants)
        {
            writer.Line("/// <param name=\"", variant.Parameter.TrimStart('@'), "\">For the variant <c>", CSharpText.Documentation(variant.Text), "</c>.</param>");
        }

        string parameters = string.Concat(variants.Select(variant => ", " + parameterType + " " + variant.Parameter));
        bool isStatement = call.EndsWith(";", StringComparison.Ordinal);
        writer.Open("public ", signature, "(", FlagShapeWriter.Context, parameters, ")");
        writer.Open(isStatement ? "switch (" : "return ", handle, ".GetOrdinal(context)", isStatement ? ")" : " switch");
        for (int i = 1; i < variants.Count; i++)
        {
            WriteArm(writer, (isStatement ? "case " : "") + MemberWriter.Number(i), variants[i], isStatement, call);
        }

        // The first variant is the enum's default, so it takes what is left as well.
        WriteArm(writer, isStatement ? "default" : "_", variants[0], isStatement, call);
        writer.Close(isStatement ? "}" : "};");
        writer.Close();
    }

    private static void WriteArm(SourceWriter writer, string label, VariantModel variant, bool isStatement, string call) =>
        writer.Line(label, isStatement ? ": " : " => ", variant.Parameter, call, isStatement ? " break;" : ",");
}
