using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the structs of groups.</summary>
internal static class GroupsWriter
{
    public static SourceText Write(GroupsModel model)
    {
        SourceWriter writer = new(model.Names.EscapedNamespace);
        MemberWriter.WriteAlias(writer, model.Groups.Any(static group => group.Content.HasMaker));
        foreach (GroupModel group in model.Groups)
        {
            WriteGroup(writer, group, model.Names);
        }

        return writer.ToSourceText();
    }

    private static void WriteGroup(SourceWriter writer, GroupModel group, OutputNames names)
    {
        string prefix = CSharpText.Documentation(group.KeyPrefix);
        string engine = group.Content.EngineField;
        writer.Open($"""
            /// <summary>The flags <c>{prefix}.*</c>{(group.Flag is null ? "" : $", and the flag <c>{prefix}</c> itself")}.</summary>
            {SourceWriter.Attribute}
            {names.Visibility}readonly struct {group.TypeName}{(group.Flag is null ? "" : " : " + FlagShapeWriter.Interface(group.Flag))}
            """);
        MemberWriter.WriteEngine(writer, group.TypeName, engine);
        foreach (MemberModel member in group.Content.Members)
        {
            writer.Document(member.Documentation);
            MemberWriter.WriteProperty(writer, "public ", "", member, group.Content, engine, names);
        }

        if (group.Flag is { } flag)
        {
            FlagShapeWriter.WriteMembers(writer, flag, engine, group.Content.FlagProperty, names);
        }

        MemberWriter.WriteMaker(writer, group.Content, "private ", engine, names);
        writer.Close();
    }
}
