using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Finds what other projects generated from their manifests, as far as this project sees it: the same class once more would be taken for theirs at every use.</summary>
/// <remarks>It reads metadata and no symbols: a reference is looked at once, and again only when it has changed. A project of the same solution in an editor has no metadata; its build has.</remarks>
internal static class ReferencedClassParser
{
    private const string AssemblyNameOption = "build_property.AssemblyName";
    private const string Runtime = "Aurum.FlagGen";
    private const string Marker = "GeneratedCodeAttribute";
    private const string Friend = "InternalsVisibleToAttribute";

    /// <summary>The name under which the project's friends know it.</summary>
    public static string ReadAssemblyName(AnalyzerConfigOptionsProvider options) => options.GlobalOptions.TryGetValue(AssemblyNameOption, out string? name) ? name : "";

    public static EquatableArray<ReferencedClass> Find(MetadataReference reference, string assemblyName)
    {
        // What is only there under another alias meets nothing.
        if (reference.Properties.Aliases is { IsDefaultOrEmpty: false } aliases && !aliases.Contains(MetadataReferenceProperties.GlobalAlias))
        {
            return default;
        }

        try
        {
            return reference is PortableExecutableReference file && file.GetMetadata() is AssemblyMetadata assembly ? Find(assembly.GetModules()[0].GetMetadataReader(), assemblyName) : default;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            // The compiler reports a reference that it cannot read.
            return default;
        }
    }

    public static EquatableArray<ReferencedClass> Gather(ImmutableArray<EquatableArray<ReferencedClass>> found) => new([.. found.SelectMany(static one => one)]);

    private static EquatableArray<ReferencedClass> Find(MetadataReader reader, string assemblyName)
    {
        if (!reader.AssemblyReferences.Any(handle => reader.StringComparer.Equals(reader.GetAssemblyReference(handle).Name, Runtime)))
        {
            return default;
        }

        bool seesInternals = reader.GetAssemblyDefinition().GetCustomAttributes().Any(handle => Says(reader, handle, Friend, text => IsAssembly(text, assemblyName)));
        string name = reader.GetString(reader.GetAssemblyDefinition().Name);
        List<ReferencedClass> found = [];
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            TypeAttributes visibility = type.Attributes & TypeAttributes.VisibilityMask;
            bool isSeen = visibility == TypeAttributes.Public || (seesInternals && visibility == TypeAttributes.NotPublic);
            if (isSeen && type.GetCustomAttributes().Any(attribute => Says(reader, attribute, Marker, static text => text == typeof(ReferencedClassParser).Assembly.GetName().Name)))
            {
                string space = reader.GetString(type.Namespace);
                found.Add(new ReferencedClass((space.Length == 0 ? "" : space + ".") + reader.GetString(type.Name), name));
            }
        }

        return new([.. found]);
    }

    /// <summary>Whether a friend's name, which may have a public key behind it, is the assembly's.</summary>
    private static bool IsAssembly(string friend, string assemblyName) => friend.Split(',')[0].Trim().Equals(assemblyName, StringComparison.OrdinalIgnoreCase);

    private static bool Says(MetadataReader reader, CustomAttributeHandle handle, string attributeName, Func<string, bool> isRight)
    {
        CustomAttribute attribute = reader.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent
            || !reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)parent).Name, attributeName))
        {
            return false;
        }

        BlobReader value = reader.GetBlobReader(attribute.Value);
        return value.ReadUInt16() == 1 && value.ReadSerializedString() is { } text && isRight(text);
    }
}
