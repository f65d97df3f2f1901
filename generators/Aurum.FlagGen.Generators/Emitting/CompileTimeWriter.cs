using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the classes of switches and of constants.</summary>
internal static class CompileTimeWriter
{
    public static SourceText Write(CompileTimeModel model)
    {
        SourceWriter writer = new(model.Names.EscapedNamespace);
        if (model.Switches.Count > 0)
        {
            WriteSwitches(writer, model);
        }

        if (model.Constants.Count > 0)
        {
            WriteConstants(writer, model);
        }

        return writer.ToSourceText();
    }

    /// <summary>Each switch is read once: a value that does not change costs nothing once the code is compiled, where asking AppContext costs a look-up each time.</summary>
    private static void WriteSwitches(SourceWriter writer, CompileTimeModel model)
    {
        writer.Open($"""
            {SourceWriter.Attribute}
            internal static class {model.Names.Switches}
            """);
        foreach (CompileTimeMember flag in model.Switches)
        {
            string name = CSharpText.Literal(flag.Text);
            writer.Write($$"""
                [global::System.Diagnostics.CodeAnalysis.FeatureSwitchDefinition({{name}})]
                public static bool {{flag.Name}} { get; } = Read({{name}}, {{Literal(flag)}});
                """);
        }

        writer.Write("private static bool Read(string name, bool value) => global::System.AppContext.TryGetSwitch(name, out bool isOn) ? isOn : value;");
        writer.Close();
    }

    private static void WriteConstants(SourceWriter writer, CompileTimeModel model)
    {
        writer.Open($"""
            /// <summary>The compile-time flags that are constants, for where a member cannot stand: in attributes. Each that is on is a symbol for #if as well.</summary>
            {SourceWriter.Attribute}
            {model.Names.Visibility}static class {model.Names.Constants}
            """);
        foreach (CompileTimeMember flag in model.Constants)
        {
            writer.Write($"""
                /// <summary><c>{CSharpText.Documentation(flag.Key)}</c>, <c>#if {CSharpText.Documentation(flag.Text)}</c></summary>
                public const bool {flag.Name} = {Literal(flag)};
                """);
        }

        writer.Close();
    }

    private static string Literal(CompileTimeMember flag) => flag.Value ? "true" : "false";
}
