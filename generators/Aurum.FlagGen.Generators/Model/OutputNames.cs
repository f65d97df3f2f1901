using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Generators.Model;

/// <summary>The names of what is generated from a manifest, all of which come from its namespace and its class.</summary>
/// <param name="Namespace">The namespace, made of identifiers; empty for the global one.</param>
/// <param name="ClassName">The generated class, an identifier.</param>
internal sealed record OutputNames(string Namespace, string ClassName)
{
    /// <summary>The scope that the manifest names; null where it names none.</summary>
    public string? DeclaredScope { get; init; }

    /// <summary>What tells the manifest's flags from those of others that have the same keys.</summary>
    public string Scope => DeclaredScope ?? Namespace;

    /// <summary>Whether the generated types are for their own assembly alone.</summary>
    public bool IsInternal { get; init; }

    /// <summary>What a generated type's declaration begins with.</summary>
    public string Visibility => IsInternal ? "internal " : "public ";

    public string Interface => GeneratedNames.Interface(ClassName);

    public string Catalog => GeneratedNames.Catalog(ClassName);

    public string Extensions => GeneratedNames.Extensions(ClassName);

    public string Context => GeneratedNames.Context(ClassName);

    public string Keys => GeneratedNames.Keys(ClassName);

    public string Switches => GeneratedNames.Switches(ClassName);

    public string Constants => GeneratedNames.Constants(ClassName);

    /// <summary>What the names of all other types begin with, so that two manifests of one namespace do not meet.</summary>
    public string Prefix => GeneratedNames.Prefix(ClassName);

    /// <summary>What stands before a generated type's name to name it from anywhere.</summary>
    public string Qualifier => Namespace.Length == 0 ? "global::" : "global::" + EscapedNamespace + ".";

    public string EscapedNamespace => string.Join(".", Namespace.Split('.').Select(AccessorName.EscapeIdentifier));

    public string FullClassName => Namespace.Length == 0 ? ClassName : Namespace + "." + ClassName;

    /// <summary>Names that come from a manifest or a project, and so may be anything, made into identifiers.</summary>
    public static OutputNames From(string? declaredNamespace, string className, string defaultNamespace, string? scope = null) => new(
        string.Join(".", (declaredNamespace ?? defaultNamespace).Split('.').Where(static part => part.Length > 0).Select(ToNamespacePart)),
        AccessorName.IsIdentifier(className) ? className : AccessorName.Propose(className))
    {
        DeclaredScope = string.IsNullOrEmpty(scope) ? null : scope,
    };

    /// <summary>Whether what is generated for both would meet. Without regard to case, because the generated files' names have none.</summary>
    public bool ClashesWith(OutputNames other) =>
        string.Equals(Namespace, other.Namespace, StringComparison.OrdinalIgnoreCase) && string.Equals(ClassName, other.ClassName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of a generated file. The hyphen, which no name in C# has, keeps a part of one class from the name of another class.</summary>
    public string FileName(string part) => FullClassName + (part.Length == 0 ? "" : "-" + part) + ".g.cs";

    /// <summary>Does what the SDK does for a root namespace, and what it leaves undone: <c>my-app</c> becomes <c>my_app</c>.</summary>
    private static string ToNamespacePart(string part)
    {
        if (AccessorName.IsIdentifier(part) || AccessorName.IsKeyword(part))
        {
            return part;
        }

        string name = new([.. part.Select(static c => char.IsLetterOrDigit(c) ? c : '_')]);
        return AccessorName.IsIdentifier(name) ? name : "_" + name;
    }
}
