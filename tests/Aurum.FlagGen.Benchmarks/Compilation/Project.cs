using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>A small project around the manifest, whose C# is typed in.</summary>
internal static class Project
{
    private const int OtherFiles = 50;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>The project as it stands while a person types.</summary>
    /// <param name="typed">What the edited file says at this moment.</param>
    public static CSharpCompilation Create(string typed)
    {
        List<SyntaxTree> trees = [Parse($"class Edited {{ int Value => {typed}; }}")];
        for (int i = 0; i < OtherFiles; i++)
        {
            trees.Add(Parse(string.Create(CultureInfo.InvariantCulture, $"class Other{i} {{ int Value => {i}; }}")));
        }

        return CSharpCompilation.Create("Project", trees, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>The same project after a keystroke in the edited file.</summary>
    public static CSharpCompilation Type(CSharpCompilation project, string typed) =>
        project.ReplaceSyntaxTree(project.SyntaxTrees[0], Parse($"class Edited {{ int Value => {typed}; }}"));

    public static GeneratorDriver CreateDriver(ISourceGenerator generator, AdditionalText manifest, bool trackSteps = false) =>
        CSharpGeneratorDriver.Create(
            [generator],
            [manifest],
            ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    public static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions);
}
