using Aurum.FlagGen.TestKit;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Aurum.FlagGen.Architecture.Tests;

/// <summary>What the types of a room of the runtime use, read from the compiled assembly; a type belongs to the room that holds the file of its name.</summary>
internal sealed class SourceFolders
{
    private readonly ILookup<string, string> _foldersOfFile;
    private readonly ModuleDefinition _module;

    public SourceFolders(string project, ModuleDefinition module)
    {
        string root = RepositoryFolder.Combine("src", project);
        _module = module;
        _foldersOfFile = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file))
            .Where(static file => file.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .ToLookup(static file => Path.GetFileName(file).Split('.')[0], static file => file.Split(Path.DirectorySeparatorChar)[0]);
    }

    /// <summary>Every use of a type by a type of one room.</summary>
    public IEnumerable<(string User, string Used)> UsesOf(string folder) =>
        from type in _module.GetTypes()
        where FolderOf(type) == folder
        from used in TypesUsedBy(type).Distinct()
        select (type.FullName, used.FullName);

    private static IEnumerable<TypeReference> TypesUsedBy(TypeDefinition type)
    {
        IEnumerable<TypeReference> signature = type.Fields.Select(static field => field.FieldType)
            .Concat(type.Methods.Select(static method => method.ReturnType))
            .Concat(type.Methods.SelectMany(static method => method.Parameters).Select(static parameter => parameter.ParameterType))
            .Concat(type.Interfaces.Select(static implemented => implemented.InterfaceType));
        IEnumerable<TypeReference> bodies = type.Methods
            .Where(static method => method.HasBody)
            .SelectMany(static method => method.Body.Instructions)
            .Select(static instruction => instruction.Operand)
            .SelectMany(TypesOf);
        return signature.Concat(bodies).Append(type.BaseType).OfType<TypeReference>().SelectMany(Flatten);
    }

    private static IEnumerable<TypeReference> TypesOf(object? operand) => operand switch
    {
        TypeReference type => [type],
        MethodReference method => [method.DeclaringType],
        FieldReference field => [field.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Flatten(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Flatten).Append(generic.ElementType),
        TypeSpecification specification => Flatten(specification.ElementType),
        _ => [type],
    };

    private string FolderOf(TypeDefinition type)
    {
        TypeDefinition outermost = type;
        while (outermost.DeclaringType is not null)
        {
            outermost = outermost.DeclaringType;
        }

        string name = outermost.Name.Split('`')[0];
        if (outermost.Namespace.StartsWith("Aurum.FlagGen.Manifest", StringComparison.Ordinal))
        {
            return "Manifest";
        }

        // Several folders may have a file of one name (each has its Log): the namespace then tells which.
        string ending = outermost.Namespace.Split('.')[^1];
        return _foldersOfFile[name].Contains(ending) ? ending : _foldersOfFile[name].FirstOrDefault("");
    }
}
