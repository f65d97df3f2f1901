using System.Xml.Linq;
using Aurum.FlagGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.Architecture.Tests;

/// <summary>The source of one product, and which of its folders uses which.</summary>
/// <remarks>The compiler tells what each name means, so that constants, <c>nameof</c> and extension methods count as well.</remarks>
internal sealed class ProductSource
{
    /// <summary>The folder of a product's own files that lie in no other.</summary>
    public const string Root = ".";

    private const string Manifest = "src/Aurum.FlagGen.Manifest";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly string _folder;
    private readonly CSharpCompilation _compilation;

    /// <param name="project">The product's folder, from the root of the repository.</param>
    public ProductSource(string project)
    {
        _folder = RepositoryFolder.Combine(project.Split('/'));
        string name = Path.GetFileName(project);
        CSharpParseOptions options = new(LanguageVersion.CSharp14, preprocessorSymbols: name == "Aurum.FlagGen" ? ["NET", "FLAGGEN_RUNTIME"] : ["NET"]);
        _compilation = CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings + UsingsOf(_folder), options),
                .. from file in FilesOf(_folder).Concat(project == Manifest ? [] : FilesOf(RepositoryFolder.Combine(Manifest.Split('/'))))
                   select CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file),
            ],
            ReferencesFor(name),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    /// <summary>The folders that have source files, as paths from the product's folder.</summary>
    public IReadOnlyList<string> Folders => [.. FilesOf(_folder).Select(FolderOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Each use of a folder by another, with one place where it is used.</summary>
    public IReadOnlyList<RoomUse> FindUses() =>
    [
        .. from tree in _compilation.SyntaxTrees.AsParallel()
           where IsOwn(tree.FilePath)
           let model = _compilation.GetSemanticModel(tree)
           from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
           let used = FindFile(model, name)
           where used is not null && IsOwn(used) && FolderOf(used) != FolderOf(tree.FilePath)
           group $"{Path.GetFileName(tree.FilePath)}: {name.Identifier.ValueText}" by (User: FolderOf(tree.FilePath), Used: FolderOf(used)) into uses
           orderby uses.Key.User, uses.Key.Used
           select new RoomUse(uses.Key.User, uses.Key.Used, uses.Order(StringComparer.Ordinal).First()),
    ];

    /// <summary>What the project, and the manifest's source in it, uses in every file.</summary>
    private static string UsingsOf(string folder) => string.Concat(
        from file in Directory.EnumerateFiles(folder, "*.csproj").Concat(Directory.EnumerateFiles(RepositoryFolder.Combine(Manifest.Split('/')), "*.projitems"))
        from element in XDocument.Load(file).Descendants("Using")
        select $"\nglobal using {element.Attribute("Include")!.Value};");

    private static IEnumerable<string> FilesOf(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select file;

    /// <summary>Everything that the tests themselves run on, but for what is compiled here and what is built on it.</summary>
    private static IEnumerable<MetadataReference> ReferencesFor(string name) =>
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        let assembly = Path.GetFileNameWithoutExtension(path)
        where !assembly.StartsWith("Aurum.FlagGen", StringComparison.Ordinal) || IsBelow(assembly, name)
        select MetadataReference.CreateFromFile(path);

    private static bool IsBelow(string assembly, string name) =>
        (assembly == "Aurum.FlagGen" && name is "Aurum.FlagGen.Redis" or "Aurum.FlagGen.Testing" or "Aurum.FlagGen.Testing.Xunit")
        || (assembly == "Aurum.FlagGen.Analyzers" && name == "Aurum.FlagGen.CodeFixes")
        || (assembly == "Aurum.FlagGen.Testing" && name == "Aurum.FlagGen.Testing.Xunit");

    /// <summary>The file that declares what a name means; null where it is not ours, or not a thing of a type.</summary>
    private static string? FindFile(SemanticModel model, SimpleNameSyntax name)
    {
        SymbolInfo info = model.GetSymbolInfo(name);
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        INamedTypeSymbol? type = symbol switch
        {
            INamedTypeSymbol named => named,
            ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or INamespaceSymbol or null => null,
            _ => symbol.ContainingType,
        };
        return type?.OriginalDefinition.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree.FilePath).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private bool IsOwn(string file) => file.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string FolderOf(string file) => Path.GetRelativePath(_folder, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '/');
}
