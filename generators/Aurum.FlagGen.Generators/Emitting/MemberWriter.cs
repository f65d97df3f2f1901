using System.Globalization;
using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the properties that give flags and groups, and the method that makes the handles of boolean flags.</summary>
/// <remarks>There is one property for each flag, so that its few words are most of what thousands of flags cost the compiler: for a boolean flag no qualified name stands in it, and one call.</remarks>
internal static class MemberWriter
{
    /// <summary>The type of boolean flags in a file that names it thousands of times: looking up a qualified name costs the compiler several times as much.</summary>
    public static void WriteAlias(SourceWriter writer, bool isNeeded)
    {
        if (isNeeded)
        {
            writer.Write($"using {MemberModel.BooleanType} = {Runtime.Namespace}{FlagTypeInfo.Of(FlagType.Boolean).Handle};");
        }
    }

    /// <summary>Writes the field that holds the engine, and the constructor that sets it. The struct's default is bound to the default engine.</summary>
    public static void WriteEngine(SourceWriter writer, string typeName, string field) =>
        writer.Write($"""
            private readonly {Runtime.Engine}? {field};

            internal {typeName}({Runtime.Engine}? engine) => {field} = engine;
            """);

    /// <param name="writer">Where to write it.</param>
    /// <param name="modifiers">What stands before the type.</param>
    /// <param name="owner">What stands before the name: the interface, where it is implemented explicitly.</param>
    /// <param name="member">The member.</param>
    /// <param name="content">The members among which it stands.</param>
    /// <param name="engine">What holds the engine.</param>
    /// <param name="names">The names of what is generated.</param>
    public static void WriteProperty(SourceWriter writer, string modifiers, string owner, MemberModel member, MemberList content, string engine, OutputNames names)
    {
        switch (member.Kind)
        {
            case MemberKind.Boolean:
                writer.Line(modifiers, member.Type, " ", owner, member.Name, " => ", content.Maker, "(", Number(member.Slot), ");");
                break;
            case MemberKind.Value:
                writer.Line(modifiers, member.Type, " ", owner, member.Name, " => ", NewHandle(engine, Number(member.Slot), member.Payload, names), ";");
                break;
            case MemberKind.OverEngine:
                writer.Line(modifiers, member.Type, " ", owner, member.Name, " => new(", engine, ");");
                break;
            default:
                writer.Line(modifiers, member.Type, " ", owner, member.Name, " => default;");
                break;
        }

        writer.Separate();
    }

    /// <summary>Writes the method that makes handles: a call of it compiles in a fraction of the time that the constructor and the look-up of the slot take.</summary>
    public static void WriteMaker(SourceWriter writer, MemberList content, string modifiers, string engine, OutputNames names)
    {
        if (content.HasMaker)
        {
            writer.Write($"{modifiers}{MemberModel.BooleanType} {content.Maker}(int flag) => {NewHandle(engine, "flag", null, names)};");
        }
    }

    /// <summary>Makes the handle of the flag at a position of the embedded manifest.</summary>
    public static string NewHandle(string engine, string position, string? payload, OutputNames names)
    {
        string read = payload is null ? "" : $", static value => value.GetPayload<{payload}>()";
        return $"new({engine}, {names.Qualifier}{names.Catalog}.Slots[{position}]{read})";
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
