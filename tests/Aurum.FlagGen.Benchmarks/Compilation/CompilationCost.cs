using System.Globalization;
using System.Text;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using Aurum.FlagGen.Generators;
using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>What 2,000 flags add to the compilation of the project that owns them: parsing, binding and emitting what was generated, against as many properties that return a literal.</summary>
public class CompilationCost
{
    private const int Flags = 2_000;

    /// <summary>As the compiler reads a project that asks for no documentation file.</summary>
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);

    private string[] _literals = null!;
    private string[] _generated = null!;
    private MetadataReference[] _references = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _references = [.. Net100.References.All, .. RuntimeReferences.All];
        _literals = [WriteLiterals()];
        ManifestFile manifest = new(FlagsJsonWriter.Write(FlagPlan.Others(Flags)));
        GeneratorDriverRunResult result = Project.CreateDriver(new FlagGenerator().AsSourceGenerator(), manifest)
            .RunGenerators(Project.Create("1")).GetRunResult();
        _generated = [.. result.GeneratedTrees.Select(static tree => tree.ToString())];
        ResultCheck.Equal("Whether the generated code has 2,000 flags", true, _generated.Any(static text => text.Contains("flag_01999", StringComparison.Ordinal)));
        ResultCheck.Equal("Whether assemblies come out", true, Literals() > 0 && Generated() > 0);
    }

    [Benchmark(Baseline = true)]
    public long Literals() => Compile(_literals);

    [Benchmark]
    public long Generated() => Compile(_generated);

    private long Compile(string[] texts)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Owner", texts.Select(static text => CSharpSyntaxTree.ParseText(text, ParseOptions)), _references, Options);
        using MemoryStream assembly = new();
        EmitResult result = compilation.Emit(assembly);
        return result.Success
            ? assembly.Length
            : throw new InvalidOperationException($"The code does not compile: {string.Join(" ", result.Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error).Take(3))}");
    }

    private static string WriteLiterals()
    {
        StringBuilder text = new("public static class Literals\n{\n");
        for (int i = 0; i < Flags; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    public static bool Flag{i:00000} => false;\n");
        }

        return text.Append("}\n").ToString();
    }
}
