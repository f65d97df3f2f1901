using System.Globalization;
using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the properties that give flags and groups, and the methods that make handles for them.</summary>
/// <remarks>There is one property for each flag, so that its few words are most of what ten thousand flags cost the compiler: no qualified name stands in it, and one call at most.</remarks>
internal static class MemberWriter
{
    public static string TypeOf(MemberModel member) => member.Kind == MemberKind.Made ? SourceWriter.AliasOf(member.Type) : member.Type;

    public static void WriteAliases(SourceWriter writer, IEnumerable<HandleMaker> makers)
    {
        foreach (string type in makers.Select(static maker => maker.Type).Distinct(StringComparer.Ordinal).OrderBy(static type => type, StringComparer.Ordinal))
        {
            writer.Alias(type);
        }

        writer.Separate();
    }

    /// <param name="writer">Where to write it.</param>
    /// <param name="modifiers">What stands before the type.</param>
    /// <param name="owner">What stands before the name: the interface, where it is implemented explicitly.</param>
    /// <param name="member">The member.</param>
    /// <param name="engine">What holds the engine.</param>
    /// <param name="names">The names of what is generated.</param>
    public static void WriteProperty(SourceWriter writer, string modifiers, string owner, MemberModel member, string engine, OutputNames names)
    {
        string type = TypeOf(member);
        switch (member.Kind)
        {
            case MemberKind.Made:
                writer.Line(modifiers, type, " ", owner, member.Name, " => ", member.Maker!, "(", Number(member.Slot), ");");
                break;
            case MemberKind.Handle:
                writer.Line(modifiers, type, " ", owner, member.Name, " => new(", engine, ", ", Slot(names, Number(member.Slot)), ");");
                break;
            case MemberKind.OverEngine:
                writer.Line(modifiers, type, " ", owner, member.Name, " => new(", engine, ");");
                break;
            default:
                writer.Line(modifiers, type, " ", owner, member.Name, " => default;");
                break;
        }

        writer.Separate();
    }

    public static void WriteMakers(SourceWriter writer, MemberList content, string modifiers, string engine, OutputNames names)
    {
        foreach (HandleMaker maker in content.Makers)
        {
            writer.Line(modifiers, SourceWriter.AliasOf(maker.Type), " ", maker.Name, "(int flag) => new(", engine, ", ", Slot(names, "flag"), ");");
            writer.Separate();
        }
    }

    /// <summary>The slot of the flag at a position of the embedded manifest.</summary>
    public static string Slot(OutputNames names, string position) => names.Qualifier + names.Catalog + ".Slots[" + position + "]";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
