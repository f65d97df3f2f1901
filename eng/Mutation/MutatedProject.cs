using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Mutation;

/// <summary>A project whose assembly holds all of its mutants, switched off.</summary>
internal sealed class MutatedProject
{
    private readonly CSharpCompilation _original;
    private readonly CSharpSyntaxTree[] _trees;

    private MutatedProject(CSharpCompilation original)
    {
        _original = original;
        _trees = [.. original.SyntaxTrees.Cast<CSharpSyntaxTree>()];
    }

    public List<Mutant> Mutants { get; private set; } = [];

    /// <summary>Compiles the project with the mutants of some files in it.</summary>
    /// <param name="arguments">How the project is compiled.</param>
    /// <param name="isMutated">Which files are mutated, by their full path.</param>
    /// <param name="output">Where the assembly goes.</param>
    public static MutatedProject Compile(CSharpCommandLineArguments arguments, Func<string, bool> isMutated, string output)
    {
        MutatedProject project = new(Parse(arguments));
        HashSet<string> unswitchable = new(StringComparer.Ordinal);
        while (true)
        {
            CSharpCompilation mutated = project.Mutate(isMutated, unswitchable, out List<string> places);
            using MemoryStream stream = new();
            Diagnostic[] errors = [.. mutated.Emit(stream).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
            if (errors.Length == 0)
            {
                File.WriteAllBytes(output, stream.ToArray());
                return project;
            }

            int before = unswitchable.Count;
            int[][] suspects = [.. errors.Select(static error => MutantsAt(error).ToArray())];

            // A result that a left-out assignment does not give is missed elsewhere in the method, whose other mutants keep their switches; so do those that an error may have come from another.
            unswitchable.UnionWith(suspects.SelectMany(ids => ids.Length == 1 ? ids : ids.Where(project.LeavesAssignmentOut)).Select(id => places[id]));
            if (unswitchable.Count == before)
            {
                unswitchable.UnionWith(suspects.SelectMany(static ids => ids).Select(id => places[id]));
            }

            if (unswitchable.Count == before)
            {
                throw new InvalidOperationException($"The project does not compile: {errors[0]}");
            }
        }
    }

    /// <summary>Compiles the project with one mutant that has no switch.</summary>
    /// <returns>Whether it can be compiled.</returns>
    public bool TryCompile(Mutant mutant, string output)
    {
        using MemoryStream stream = new();
        CSharpCompilation compilation = _original.ReplaceSyntaxTree(_trees[mutant.Tree], mutant.OwnTree!);

        // Most of what cannot be compiled is told by its own file.
        bool isSound = !compilation.GetSemanticModel(mutant.OwnTree!).GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            && compilation.Emit(stream).Success;
        if (isSound)
        {
            File.WriteAllBytes(output, stream.ToArray());
        }

        return isSound;
    }

    private bool LeavesAssignmentOut(int id) => Mutants[id].Replacement == "nothing" && Mutants[id].Original.Contains(" = ", StringComparison.Ordinal);

    private CSharpCompilation Mutate(Func<string, bool> isMutated, HashSet<string> unswitchable, out List<string> places)
    {
        CSharpCompilation compilation = _original;
        Mutants = [];
        places = [];
        for (int i = 0; i < _trees.Length; i++)
        {
            CSharpSyntaxTree tree = _trees[i];
            if (isMutated(tree.FilePath))
            {
                SourceMutator mutator = new(tree, i, Path.GetFileName(tree.FilePath), Mutants, unswitchable);
                compilation = compilation.ReplaceSyntaxTree(tree, mutator.Mutate());
                places.AddRange(mutator.Places);
            }
        }

        return compilation;
    }

    /// <summary>The mutants whose code an error is in: those within it, else those whose alternative holds it, else all of the statement, else all of the member.</summary>
    private static IEnumerable<int> MutantsAt(Diagnostic error)
    {
        SyntaxNode root = error.Location.SourceTree!.GetRoot();
        SyntaxNode node = root.FindNode(error.Location.SourceSpan);
        int[] within = node is ExpressionSyntax ? [.. node.DescendantNodes().OfType<InvocationExpressionSyntax>().SelectMany(IdsOf)] : [];
        if (within.Length > 0)
        {
            return within;
        }

        foreach (SyntaxNode ancestor in node.AncestorsAndSelf())
        {
            int[] ids = ancestor switch
            {
                ConditionalExpressionSyntax or IfStatementSyntax => [.. IdsOf(ancestor is IfStatementSyntax statement ? statement.Condition : ((ConditionalExpressionSyntax)ancestor).Condition)],
                StatementSyntax or MemberDeclarationSyntax => [.. ancestor.DescendantNodes().OfType<InvocationExpressionSyntax>().SelectMany(IdsOf)],
                _ => [],
            };
            if (ids.Length > 0)
            {
                return ids;
            }
        }

        return [];
    }

    private static IEnumerable<int> IdsOf(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax call && call.Expression.ToString() == MutantSource.Call
            ? [int.Parse(call.ArgumentList.Arguments[0].ToString(), CultureInfo.InvariantCulture)]
            : [];

    private static CSharpCompilation Parse(CSharpCommandLineArguments arguments)
    {
        CSharpParseOptions options = arguments.ParseOptions.WithDocumentationMode(DocumentationMode.None);
        IEnumerable<SyntaxTree> trees = arguments.SourceFiles
            .Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file.Path)), options, file.Path))
            .Append(CSharpSyntaxTree.ParseText(MutantSource.Text, options, "MutantSwitch.cs"));
        CSharpCompilation compilation = CSharpCompilation.Create(
            arguments.CompilationName,
            trees,
            arguments.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference)),
            arguments.CompilationOptions
                .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
                .WithSpecificDiagnosticOptions([])
                .WithOptimizationLevel(OptimizationLevel.Release));
        CSharpGeneratorDriver.Create(LoadGenerators(arguments), parseOptions: options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return (CSharpCompilation)generated;
    }

    private static IEnumerable<ISourceGenerator> LoadGenerators(CSharpCommandLineArguments arguments)
    {
        AnalyzerLoader loader = new();
        return arguments.AnalyzerReferences
            .Where(static reference => Path.GetFileName(reference.FilePath).Contains("Generat", StringComparison.Ordinal))
            .SelectMany(reference => new AnalyzerFileReference(Path.GetFullPath(reference.FilePath), loader).GetGenerators(LanguageNames.CSharp));
    }
}
