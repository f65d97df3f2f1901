using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.TestKit.Roslyn;

/// <summary>The project of somebody who uses the package, at its strictest: nullable, documented, no global usings, every warning an error.</summary>
internal static class ConsumerCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>The framework and the runtime.</summary>
    public static readonly IReadOnlyList<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(FlagEngine).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection).Assembly.Location),
    ];

    public static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999);

    public static CSharpCompilation Create(string source) => CSharpCompilation.Create("Consumer", [Parse(source, "Consumer.cs")], References, Options);

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    /// <summary>What the compiler finds, warnings included: the project makes them errors.</summary>
    public static IReadOnlyList<Diagnostic> Faults(this Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
}
