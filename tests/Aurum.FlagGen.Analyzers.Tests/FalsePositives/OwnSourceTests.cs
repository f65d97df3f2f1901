using System.Globalization;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;
using Aurum.FlagGen.TestKit;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Analyzers.Tests.FalsePositives;

/// <summary>All analyzers over the source of this repository, as if each part were a project with the samples' manifest, so that every rule has something to do.</summary>
public sealed class OwnSourceTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Of keys as texts it is said rightly that they are such, and here they are meant: what is built on the manager hands keys on, and two samples show a call by key.</summary>
    private static readonly string[] AboutKeys = [DiagnosticIds.UnknownKey, DiagnosticIds.KeyInPlaceOfAccessor];

    [Theory]
    [InlineData("src/Aurum.FlagGen")]
    [InlineData("src/Aurum.FlagGen.Manifest")]
    [InlineData("src/Aurum.FlagGen.Testing")]
    [InlineData("generators/Aurum.FlagGen.Generators")]
    [InlineData("analyzers/Aurum.FlagGen.Analyzers")]
    [InlineData("analyzers/Aurum.FlagGen.CodeFixes")]
    [InlineData("samples/Dashboard")]
    [InlineData("samples/Worker", "samples/Worker/flags.json")]
    [InlineData("samples/NativeAot", "samples/NativeAot/flags.json", "AFG2002 AFG2002")]
    public async Task Source_OfThisRepository_HasNothingToReport(string folder, string manifest = "flags.json", string callsByKey = "")
    {
        string[] sources = [.. from file in Directory.EnumerateFiles(RepositoryFolder.Combine(folder.Split('/')), "*.cs", SearchOption.AllDirectories) orderby file select File.ReadAllText(file)];
        sources.Length.ShouldBeGreaterThan(1);
        Project project = new FlagProject([ImplicitUsings, .. sources]) { Manifest = File.ReadAllText(RepositoryFolder.Combine(manifest.Split('/'))) }.Create();

        IReadOnlyList<Diagnostic> reported = await project.AnalyzeAsync();

        if (folder.StartsWith("samples/", StringComparison.Ordinal))
        {
            string.Join(' ', reported.Where(static diagnostic => AboutKeys.Contains(diagnostic.Id)).Select(static diagnostic => diagnostic.Id)).ShouldBe(callsByKey);
        }

        reported.Where(static diagnostic => diagnostic.Location.IsInSource && !AboutKeys.Contains(diagnostic.Id))
            .Select(static diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}").ShouldBeEmpty();
    }
}
