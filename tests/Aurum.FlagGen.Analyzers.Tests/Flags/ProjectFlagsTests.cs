using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Analyzers.Tests.Flags;

public sealed class ProjectFlagsTests
{
    [Theory]
    [InlineData("Features", "NewNav", "new_nav")]
    [InlineData("IFeatures", "NewNav", "new_nav")]
    [InlineData("Features", "Checkout", "checkout")]
    [InlineData("CheckoutFeatures", "Flow", "checkout.flow")]
    [InlineData("SearchFeatures", "PageSize", "search.page_size")]
    public async Task Symbols_OfAGeneratedProperty_AreItsFlag(string type, string property, string key)
    {
        (ProjectFlags flags, Compilation compilation) = await ReadAsync(new FlagProject(""));

        IPropertySymbol symbol = compilation.GetTypeByMetadataName("Acme." + type)!.GetMembers(property).OfType<IPropertySymbol>().Single();

        flags.Symbols.Find(symbol)!.Flag!.Key.ShouldBe(key);
    }

    [Fact]
    public async Task Symbols_OfAGroupThatIsNoFlag_HaveNoFlag()
    {
        (ProjectFlags flags, Compilation compilation) = await ReadAsync(new FlagProject(""));

        GeneratedProperty found = flags.Symbols.Find(compilation.GetTypeByMetadataName("Acme.Features")!.GetMembers("Search").OfType<IPropertySymbol>().Single())!;

        found.Flag.ShouldBeNull();
        found.Group!.Properties.Keys.ShouldBe(["PageSize", "Boost"]);
    }

    [Fact]
    public async Task Symbols_OfAVariantEnum_AreItsFlag()
    {
        (ProjectFlags flags, Compilation compilation) = await ReadAsync(new FlagProject(""));

        flags.Symbols.FindByVariants(compilation.GetTypeByMetadataName("Acme.CheckoutFlowVariant")!)!.Key.ShouldBe("checkout.flow");
        flags.Symbols.FindByVariants(compilation.GetSpecialType(SpecialType.System_Boolean)).ShouldBeNull();
    }

    /// <summary>The accessors then come with the assembly of the project that owns the manifest.</summary>
    [Fact]
    public async Task Symbols_WhereAnotherProjectOwnsTheManifest_AreFoundInItsAssembly()
    {
        Solution solution = FlagProject.CreateSolution(
            new FlagProject("") { Name = "Owner" },
            new FlagProject("") { Name = "Sharer", OwnsManifest = false, RefersTo = "Owner" });
        Project sharer = solution.Projects.Single(static project => project.Name == "Sharer");
        Compilation compilation = (await sharer.GetCompilationAsync())!;
        ProjectFlags flags = ProjectFlags.For(compilation, sharer.AnalyzerOptions, CancellationToken.None)!;

        flags.Manifests.ShouldHaveSingleItem().IsOwned.ShouldBeFalse();
        flags.Symbols.Find(compilation.GetTypeByMetadataName("Acme.CheckoutFeatures")!.GetMembers("Flow").OfType<IPropertySymbol>().Single())!.Flag!.Key.ShouldBe("checkout.flow");
    }

    [Theory]
    [InlineData("public", true)]
    [InlineData("internal", false)]
    public async Task Symbols_ThatTheirOwnerKeeps_AreOutOfReach(string accessibility, bool isReachable)
    {
        Solution solution = FlagProject.CreateSolution(
            new FlagProject("") { Name = "Owner", Accessibility = accessibility },
            new FlagProject("") { Name = "Sharer", OwnsManifest = false, RefersTo = "Owner" });
        Project sharer = solution.Projects.Single(static project => project.Name == "Sharer");

        ProjectFlags flags = ProjectFlags.For((await sharer.GetCompilationAsync())!, sharer.AnalyzerOptions, CancellationToken.None)!;

        flags.Symbols.HasAccessor(flags.Find("new_nav")!).ShouldBe(isReachable);
    }

    /// <summary>What the manifest does not name, the owner's root namespace says, and this project has another.</summary>
    [Fact]
    public async Task Symbols_OfAManifestWithoutANamespace_AreFoundInItsOwnersNamespace()
    {
        const string manifest = """{ "flags": { "new_nav": { "status": "enabled", "default_value": true } } }""";
        Solution solution = FlagProject.CreateSolution(
            new FlagProject("") { Name = "Other", RootNamespace = "Acme.Other", Manifest = """{ "flags": { "sale": { "status": "enabled" } } }""" },
            new FlagProject("") { Name = "Owner", RootNamespace = "Acme.Shop", Manifest = manifest, RefersTo = "Other" },
            new FlagProject("public static class Use { public static bool Nav(Aurum.FlagGen.FlagEngine engine) => engine.IsEnabled(\"new_nav\"); }")
            {
                Name = "Sharer", RootNamespace = "Acme.Web", Manifest = manifest, OwnsManifest = false, RefersTo = "Owner",
            });
        Project sharer = solution.Projects.Single(static project => project.Name == "Sharer");

        ProjectFlags flags = ProjectFlags.For((await sharer.GetCompilationAsync())!, sharer.AnalyzerOptions, CancellationToken.None)!;

        flags.Manifests.ShouldHaveSingleItem().Names.FullClassName.ShouldBe("Acme.Shop.Features");
        flags.Symbols.HasAccessor(flags.Find("new_nav")!).ShouldBeTrue();
        (await sharer.AnalyzeAsync()).ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.KeyInPlaceOfAccessor);
    }

    [Fact]
    public async Task Flags_OfOneCompilation_AreReadOnce()
    {
        Project project = new FlagProject("").Create();
        Compilation compilation = (await project.GetCompilationAsync())!;

        ProjectFlags first = ProjectFlags.For(compilation, project.AnalyzerOptions, CancellationToken.None)!;

        ProjectFlags.For(compilation, project.AnalyzerOptions, CancellationToken.None).ShouldBeSameAs(first);
        ProjectFlags.For(compilation.Clone(), project.AnalyzerOptions, CancellationToken.None)!.Manifests[0].Manifest.ShouldBeSameAs(first.Manifests[0].Manifest);
    }

    [Fact]
    public async Task Flags_AfterAnEditOfTheManifest_AreThoseOfTheNewText()
    {
        Project project = new FlagProject("").Create();
        Compilation compilation = (await project.GetCompilationAsync())!;
        ProjectFlags.For(compilation, project.AnalyzerOptions, CancellationToken.None)!.Find("new_nav").ShouldNotBeNull();

        Project edited = project.Solution.WithAdditionalDocumentText(
            project.AdditionalDocumentIds[0], Microsoft.CodeAnalysis.Text.SourceText.From("""{ "flags": {} }""")).GetProject(project.Id)!;

        ProjectFlags.For(compilation, edited.AnalyzerOptions, CancellationToken.None)!.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Flags_OfAProjectWithoutAManifest_AreNone()
    {
        Project project = new FlagProject("") { Manifest = null }.Create();

        ProjectFlags.For((await project.GetCompilationAsync())!, project.AnalyzerOptions, CancellationToken.None).ShouldBeNull();
    }

    [Theory]
    [InlineData(RuntimeNames.Engine)]
    [InlineData(RuntimeNames.Manager)]
    [InlineData(RuntimeNames.FlagOfValue)]
    [InlineData(RuntimeNames.Context)]
    public void RuntimeName_EachOfThem_IsAPublicType(string name)
    {
        Type type = typeof(FlagEngine).Assembly.GetType(name, throwOnError: true)!;

        type.IsPublic.ShouldBeTrue();
        type.Assembly.GetName().Name.ShouldBe(RuntimeNames.Assembly);
    }

    /// <summary>A method that is added to engine or manager must be known here, or be one that does none of these.</summary>
    [Fact]
    public async Task KeyMethods_OfEngineAndManager_AreKnownByWhatTheyDo()
    {
        (ProjectFlags flags, Compilation compilation) = await ReadAsync(new FlagProject(""));
        IEnumerable<IMethodSymbol> methods = new[] { RuntimeNames.Engine, RuntimeNames.Manager }
            .SelectMany(name => compilation.GetTypeByMetadataName(name)!.GetMembers().OfType<IMethodSymbol>());

        (from method in methods
         let found = flags.KeyMethods.Find(method)
         where found is not null
         select $"{method.Name}({found.KeyParameter}): {found.Kind} {found.ValueType}".TrimEnd()).Distinct().ShouldBe(
            [
                "IsEnabled(0): IsEnabled", "GetVariant(0): GetVariant", "Evaluate(0): Evaluate", "GetDetails(0): Evaluate", "GetBooleanValue(0): EvaluateAs Boolean", "GetBooleanDetails(0): EvaluateAs Boolean", "GetStringValue(0): EvaluateAs String", "GetStringDetails(0): EvaluateAs String",
                "GetIntegerValue(0): EvaluateAs Integer", "GetIntegerDetails(0): EvaluateAs Integer", "GetDoubleValue(0): EvaluateAs Number", "GetDoubleDetails(0): EvaluateAs Number", "GetObjectValue(0): EvaluateAs Object", "GetObjectDetails(0): EvaluateAs Object", "Explain(0): Explain", "Track(0): Track",
                "TryGetDefinition(0): Manage", "IsEnabledAsync(0): IsEnabled", "GetVariantAsync(0): GetVariant", "ExplainAsync(0): Explain", "GetFlagAsync(0): Manage",
                "UpdateStatusAsync(0): Manage", "AddRuleAsync(0): Manage", "UpdateRuleAsync(0): Manage", "RemoveRuleAsync(0): Manage", "SetAbTestAsync(0): Manage",
                "DeleteFlagAsync(0): Delete",
            ],
            ignoreOrder: true);
    }

    private static async Task<(ProjectFlags Flags, Compilation Compilation)> ReadAsync(FlagProject flagProject)
    {
        Project project = flagProject.Create();
        Compilation compilation = (await project.GetCompilationAsync())!;
        return (ProjectFlags.For(compilation, project.AnalyzerOptions, CancellationToken.None)!, compilation);
    }
}
