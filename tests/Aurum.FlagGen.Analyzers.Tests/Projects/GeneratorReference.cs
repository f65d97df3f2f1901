using System.Collections.Immutable;
using Aurum.FlagGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Analyzers.Tests.Projects;

/// <summary>Lets a workspace run the generator, as a project does that installs the package.</summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    private static readonly ImmutableArray<ISourceGenerator> Generators = [new FlagGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => nameof(GeneratorReference);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => Generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => Generators;
}
