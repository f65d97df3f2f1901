using System.Text;
using Aurum.FlagGen.TestKit.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Analyzers.Tests.Projects;

/// <summary>A project with a manifest, as it stands in an editor's workspace.</summary>
internal sealed class FlagProject
{
    public const string ManifestPath = ManifestFolder + "flags.json";

    private const string ManifestFolder = "/solution/";

    /// <summary>One flag of every type, for tests that need no manifest of their own.</summary>
    public const string EveryType = """
        {
          // The flags of the shop.
          "namespace": "Acme",
          "flags": {
            "new_nav": { "status": "enabled", "default_value": true, "owner": "team-ui" },
            "checkout": { "status": "enabled", "default_value": true, "owner": "team-shop" },
            "checkout.flow": { "type": "variant", "variants": ["old", "new", "express"], "status": "enabled", "default_value": "old", "owner": "team-shop" },
            "search.page_size": { "type": "integer", "status": "enabled", "default_value": 20 },
            "search.boost": { "type": "number", "status": "enabled", "default_value": 1.5 },
            "banner.text": { "type": "string", "status": "enabled", "default_value": "Hello" },
            "limits": { "type": "object", "status": "enabled", "default_value": { "a": 1 } }
          }
        }
        """;

    /// <summary>What a test project has, and one that comes from Microsoft.FeatureManagement.</summary>
    private static readonly IReadOnlyList<MetadataReference> MoreReferences =
    [
        MetadataReference.CreateFromFile(typeof(global::Aurum.FlagGen.Testing.FlagOverrides).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(global::Aurum.FlagGen.Testing.Xunit.FlagMatrixAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(global::Xunit.v3.IFactAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Microsoft.FeatureManagement.IFeatureManager).Assembly.Location),
    ];

    public FlagProject(params string[] sources) => Sources = sources;

    public string Name { get; init; } = "Shop";

    public IReadOnlyList<string> Sources { get; }

    /// <summary>The manifest's text, or null for a project that has none.</summary>
    public string? Manifest { get; init; } = EveryType;

    /// <summary>The texts of further manifests, by the names of their files.</summary>
    public IReadOnlyDictionary<string, string> MoreManifests { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the project's accessors are generated in it, or come with the project that it refers to.</summary>
    public bool OwnsManifest { get; init; } = true;

    /// <summary>For whom the generated types are.</summary>
    public string Accessibility { get; init; } = "public";

    /// <summary>The name of a project of the same solution to which this one refers.</summary>
    public string? RefersTo { get; init; }

    /// <summary>Whether the project is a program, and has no reference beside the runtime's.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Where the classes of manifests lie that name no namespace, if the project owns them.</summary>
    public string RootNamespace { get; init; } = "Acme";

    /// <summary>Build properties that the compiler is told.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>A solution of projects, in the order of their references.</summary>
    public static Solution CreateSolution(params IReadOnlyList<FlagProject> projects)
    {
        Solution solution = new AdhocWorkspace().CurrentSolution;
        foreach (FlagProject project in projects)
        {
            solution = project.AddTo(solution);
        }

        return solution;
    }

    public Project Create() => CreateSolution(this).Projects.Single();

    private Solution AddTo(Solution solution)
    {
        ProjectId id = ProjectId.CreateNewId(Name);
        ProjectReference[] references = RefersTo is null ? [] : [new ProjectReference(solution.Projects.Single(other => other.Name == RefersTo).Id)];
        CSharpCompilationOptions options = ConsumerCompilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithOutputKind(IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);
        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Create(), Name, Name, LanguageNames.CSharp, $"/solution/{Name}/{Name}.csproj",
            compilationOptions: options, parseOptions: ConsumerCompilation.ParseOptions, metadataReferences: [.. ConsumerCompilation.References, .. IsProgram ? [] : MoreReferences],
            projectReferences: references, analyzerReferences: [new GeneratorReference()]));
        for (int i = 0; i < Sources.Count; i++)
        {
            string file = $"File{i}.cs";
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file, SourceText.From(Sources[i]), filePath: $"/solution/{Name}/{file}");
        }

        if (Manifest is not null)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), "flags.json", SourceText.From(Manifest), filePath: ManifestPath);
        }

        foreach ((string name, string text) in MoreManifests)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), name, SourceText.From(text), filePath: ManifestFolder + name);
        }

        return solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From(WriteConfiguration()), filePath: $"/solution/{Name}/.globalconfig");
    }

    private string WriteConfiguration()
    {
        StringBuilder text = new($"is_global = true\nbuild_property.RootNamespace = {RootNamespace}\n");
        foreach ((string name, string value) in Properties)
        {
            text.Append("build_property.").Append(name).Append(" = ").Append(value).Append('\n');
        }

        return text.Append('[').Append(ManifestPath).Append("]\nbuild_metadata.AdditionalFiles.EmitAccessors = ").Append(OwnsManifest ? "true" : "false")
            .Append("\nbuild_metadata.AdditionalFiles.Accessibility = ").Append(Accessibility).Append('\n').ToString();
    }
}
