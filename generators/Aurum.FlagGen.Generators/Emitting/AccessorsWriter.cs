using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the class, the interface and the extensions.</summary>
internal static class AccessorsWriter
{
    private const string Injection = "global::Microsoft.Extensions.DependencyInjection.";

    public static SourceText Write(AccessorsModel model)
    {
        SourceWriter writer = new(model.Names.EscapedNamespace);
        MemberWriter.WriteAlias(writer, model.Content.HasMaker);
        WriteClass(writer, model.Content, model.Names);
        WriteInterface(writer, model.Content, model.Names);
        WriteExtensions(writer, model.Content, model.Names, model.Names.Qualifier + model.Names.Interface);
        return writer.ToSourceText();
    }

    private static void WriteClass(SourceWriter writer, MemberList content, OutputNames names)
    {
        writer.Open($"""
            /// <summary>The flags of the manifest, decided by the default engine.</summary>
            {SourceWriter.Attribute}
            {names.Visibility}static partial class {names.ClassName}
            """);
        foreach (MemberModel member in content.Members)
        {
            writer.Document(member.Documentation);
            MemberWriter.WriteProperty(writer, "public static ", "", member, content, "null", names);
        }

        MemberWriter.WriteMaker(writer, content, "private static ", "null", names);
        writer.Close();
    }

    private static void WriteInterface(SourceWriter writer, MemberList content, OutputNames names)
    {
        writer.Open($"""
            /// <summary>The flags of the manifest, decided by the engine of a host. Get it injected, or from <c>FlagEngine.Get{names.ClassName}()</c>.</summary>
            {SourceWriter.Attribute}
            {names.Visibility}interface {names.Interface}
            """);
        foreach (MemberModel member in content.Members)
        {
            writer.Line("/// <inheritdoc cref=\"", names.Qualifier, names.ClassName, ".", member.Name, "\"/>");
            writer.Line(member.Type, " ", member.Name, " { get; }");
            writer.Separate();
        }

        writer.Close();
    }

    private static void WriteExtensions(SourceWriter writer, MemberList content, OutputNames names, string type)
    {
        writer.Open($"""
            /// <summary>Binds <see cref="{type}"/> to an engine.</summary>
            {SourceWriter.Attribute}
            {names.Visibility}static class {names.Extensions}
            """);
        writer.Write($$"""
            /// <summary>The flags of the manifest, decided by this engine.</summary>
            /// <param name="engine">The engine.</param>
            public static {{type}} Get{{names.ClassName}}(this {{Runtime.Engine}} engine)
            {
                global::System.ArgumentNullException.ThrowIfNull(engine);
                return new Bound(engine);
            }

            /// <summary>Lets <see cref="{{type}}"/> be injected, and the host serve the flags of the manifest.</summary>
            /// <param name="builder">The builder.</param>
            public static {{Runtime.Builder}} Add{{names.ClassName}}(this {{Runtime.Builder}} builder)
            {
                global::System.ArgumentNullException.ThrowIfNull(builder);
                {{Injection}}ServiceCollectionServiceExtensions.AddSingleton<{{type}}>(builder.Services, static services => new Bound({{Injection}}ServiceProviderServiceExtensions.GetRequiredService<{{Runtime.Engine}}>(services)));
                return builder.AddCatalog({{names.Qualifier}}{{names.Catalog}}.Catalog);
            }
            """);

        // Explicitly, so that no accessor can meet a name in here.
        writer.Open($"private sealed class Bound : {type}");
        MemberWriter.WriteEngine(writer, "Bound", "_engine");
        foreach (MemberModel member in content.Members)
        {
            MemberWriter.WriteProperty(writer, "", type + ".", member, content, "_engine", names);
        }

        MemberWriter.WriteMaker(writer, content, "private ", "_engine", names);
        writer.Close();
        writer.Close();
    }
}
