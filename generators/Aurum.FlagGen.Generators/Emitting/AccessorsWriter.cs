using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the class, the interface and the extensions.</summary>
internal static class AccessorsWriter
{
    private const string Engine = "global::Aurum.FlagGen.FlagEngine";
    private const string Builder = "global::Aurum.FlagGen.FlagGenBuilder";
    private const string Injection = "global::Microsoft.Extensions.DependencyInjection.";

    public static SourceText Write(AccessorsModel model)
    {
        OutputNames names = model.Names;
        SourceWriter writer = new(names.EscapedNamespace);
        MemberWriter.WriteAliases(writer, model.Content.Makers);
        WriteClass(writer, model);
        WriteInterface(writer, model);
        WriteExtensions(writer, model);
        return writer.ToSourceText();
    }

    private static void WriteClass(SourceWriter writer, AccessorsModel model)
    {
        writer.Line("/// <summary>The flags of the manifest, decided by the default engine.</summary>");
        writer.OpenType(model.Names.Visibility, "static partial class ", model.Names.ClassName);
        foreach (MemberModel member in model.Content.Members)
        {
            writer.Document(member.Documentation);
            MemberWriter.WriteProperty(writer, "public static ", "", member, "null", model.Names);
        }

        MemberWriter.WriteMakers(writer, model.Content, "private static ", "null", model.Names);
        writer.Close();
    }

    private static void WriteInterface(SourceWriter writer, AccessorsModel model)
    {
        OutputNames names = model.Names;
        writer.Line("/// <summary>The flags of the manifest, decided by the engine of a host. Get it injected, or from <c>FlagEngine.Get", names.ClassName, "()</c>.</summary>");
        writer.OpenType(names.Visibility, "interface ", names.Interface);
        foreach (MemberModel member in model.Content.Members)
        {
            writer.Line("/// <inheritdoc cref=\"", names.Qualifier, names.ClassName, ".", member.Name, "\"/>");
            writer.Line(MemberWriter.TypeOf(member), " ", member.Name, " { get; }");
            writer.Separate();
        }

        writer.Close();
    }

    private static void WriteExtensions(SourceWriter writer, AccessorsModel model)
    {
        OutputNames names = model.Names;
        string type = names.Qualifier + names.Interface;
        writer.Line("/// <summary>Binds <see cref=\"", type, "\"/> to an engine.</summary>");
        writer.OpenType(names.Visibility, "static class ", names.Extensions);

        writer.Line("/// <summary>The flags of the manifest, decided by this engine.</summary>");
        writer.Line("/// <param name=\"engine\">The engine.</param>");
        writer.Open("public static ", type, " Get", names.ClassName, "(this ", Engine, " engine)");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(engine);");
        writer.Line("return new Bound(engine);");
        writer.Close();

        writer.Line("/// <summary>Lets <see cref=\"", type, "\"/> be injected, and the host serve the flags of the manifest.</summary>");
        writer.Line("/// <param name=\"builder\">The builder.</param>");
        writer.Open("public static ", Builder, " Add", names.ClassName, "(this ", Builder, " builder)");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(builder);");
        writer.Line(
            Injection, "ServiceCollectionServiceExtensions.AddSingleton<", type, ">(builder.Services, static services => new Bound(",
            Injection, "ServiceProviderServiceExtensions.GetRequiredService<", Engine, ">(services)));");
        writer.Line("return builder.AddCatalog(", names.Qualifier, names.Catalog, ".Catalog);");
        writer.Close();

        // Explicitly, so that no accessor can meet a name in here.
        writer.Open("private sealed class Bound : ", type);
        FlagShapeWriter.WriteEngine(writer, "Bound", "_engine");
        foreach (MemberModel member in model.Content.Members)
        {
            MemberWriter.WriteProperty(writer, "", type + ".", member, "_engine", names);
        }

        MemberWriter.WriteMakers(writer, model.Content, "private ", "_engine", names);
        writer.Close();
        writer.Close();
    }
}
