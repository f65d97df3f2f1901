using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Aurum.FlagGen.Generators;
using Aurum.FlagGen.TestKit.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Readme.Tests;

/// <summary>A project as somebody has it who types the tour: the manifest, one file, the SDK's implicit usings.</summary>
internal sealed class TourProject
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>What the packages bring; the compiler components, which the tests use too, are not in a project's references.</summary>
    private static readonly string[] Packages = ["Aurum.FlagGen.dll", "Aurum.FlagGen.Redis.dll", "Aurum.FlagGen.Testing.dll", "Aurum.FlagGen.Testing.Xunit.dll"];

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Aurum.FlagGen.", StringComparison.Ordinal) || Packages.Contains(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Compilation _compilation;
    private readonly ImmutableArray<Diagnostic> _manifestErrors;

    public TourProject(string manifest, string source, OutputKind kind)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Tour" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source, ParseOptions), CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions)],
            References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new FlagGenerator().AsSourceGenerator()], [new ManifestAdditionalText("flags.json", manifest)], ParseOptions, new ProjectOptionsProvider("Tour"))
            .RunGeneratorsAndUpdateCompilation(compilation, out _compilation, out _manifestErrors);
    }

    /// <summary>What a build prints: the compiler's findings, then those in the manifest.</summary>
    public string[] Build()
    {
        IEnumerable<Diagnostic> found = _compilation.GetDiagnostics(TestContext.Current.CancellationToken).Concat(_manifestErrors);
        return [.. found.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.ToString())];
    }

    /// <summary>Runs the program.</summary>
    /// <returns>What it printed.</returns>
    public string Run()
    {
        using MemoryStream image = new();
        _compilation.Emit(image).Success.ShouldBeTrue();
        image.Position = 0;
        AssemblyLoadContext context = new("tour", isCollectible: true);
        MethodInfo main = context.LoadFromStream(image).EntryPoint!;
        TextWriter console = Console.Out;
        using StringWriter output = new();
        Console.SetOut(output);
        try
        {
            main.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString();
    }
}
