using Aurum.FlagGen.Redis;
using Aurum.FlagGen.TestKit;
using Mono.Cecil;

namespace Aurum.FlagGen.Architecture.Tests;

public sealed class AssemblyReferenceTests
{
    /// <summary>What Roslyn itself is made of on .NET Standard, so that every compiler has it loaded before it loads us.</summary>
    private static readonly string[] RoslynsOwn = ["System.Collections.Immutable", "System.Memory", "System.Reflection.Metadata"];

    [Fact]
    public void Runtime_ItsReferences_AreTheFrameworkAndTheExtensionsAbstractionsAndHealthChecks() =>
        ReferencesOf(typeof(FeatureFlag).Assembly.Location)
            .Where(static name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBeSubsetOf(
            [
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Diagnostics.HealthChecks",
                "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
            ]);

    [Fact]
    public void Redis_ItsReferences_AreTheRuntimeAndTheClient() =>
        ReferencesOf(typeof(RedisFeatureFlagStore).Assembly.Location)
            .Where(static name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBeSubsetOf(
            [
                "Aurum.FlagGen",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "StackExchange.Redis",
            ]);

    [Theory]
    [InlineData("Aurum.FlagGen.Generators")]
    [InlineData("Aurum.FlagGen.Analyzers")]
    public void CompilerComponent_ItsReferences_AreTheStandardAndWhatRoslynBrings(string component) =>
        ReferencesOf(Path.Combine(AppContext.BaseDirectory, component + ".dll"))
            .ShouldBeSubsetOf(["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", .. RoslynsOwn]);

    /// <summary>The compiler has no Workspaces, so what needs them stands apart from what the compiler runs.</summary>
    [Fact]
    public void CodeFixes_TheirReferences_AreTheAnalyzersAndRoslynWithWorkspaces() =>
        ReferencesOf(Path.Combine(AppContext.BaseDirectory, "Aurum.FlagGen.CodeFixes.dll"))
            .ShouldBeSubsetOf(
            [
                "netstandard", "Aurum.FlagGen.Analyzers", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces",
                "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition.AttributedModel", .. RoslynsOwn,
            ]);

    [Fact]
    public void Manifest_ItsSource_UsesNothingButTextAndCollections()
    {
        string[] allowed =
        [
            "System", "System.Collections", "System.Collections.Generic", "System.Diagnostics.CodeAnalysis", "System.Globalization", "System.Linq",
            "System.Runtime.CompilerServices", "System.Text", "System.Text.RegularExpressions", "System.Threading",
        ];
        string[] files = Directory.GetFiles(RepositoryFolder.Combine("src", "Aurum.FlagGen.Manifest"), "*.cs", SearchOption.AllDirectories);

        files.ShouldNotBeEmpty();
        (from file in files
         from line in File.ReadLines(file)
         where line.StartsWith("using ", StringComparison.Ordinal)
         let name = line["using ".Length..].Replace("static ", "", StringComparison.Ordinal).TrimEnd(';').Split('=')[^1].Trim()
         where !allowed.Contains(name) && !name.StartsWith("Aurum.FlagGen.Manifest", StringComparison.Ordinal)
         select $"{Path.GetFileName(file)}: {name}").ShouldBeEmpty();
    }

    private static string[] ReferencesOf(string assembly)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(assembly);
        return [.. module.AssemblyReferences.Select(static reference => reference.Name)];
    }
}
