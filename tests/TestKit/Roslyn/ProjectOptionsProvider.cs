using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.TestKit.Roslyn;

/// <summary>What a project's build tells the compiler.</summary>
/// <param name="rootNamespace">The project's root namespace.</param>
/// <param name="metadata">Metadata of additional files: path, name and value.</param>
internal sealed class ProjectOptionsProvider(string? rootNamespace, params (string Path, string Name, string Value)[] metadata) : AnalyzerConfigOptionsProvider
{
    /// <summary>The configuration that is being built.</summary>
    public string Configuration { get; init; } = "Debug";

    /// <summary>The name of the project's assembly.</summary>
    public string AssemblyName { get; init; } = "";

    /// <summary>What the build says of compile-time flags.</summary>
    public string Overrides { get; init; } = "";

    /// <summary>Whether the build has printed the manifests' errors already.</summary>
    public bool HasPrintedErrors { get; init; }

    public override AnalyzerConfigOptions GlobalOptions => new Options(
    [
        new("build_property.Configuration", Configuration),
        new("build_property.FlagGenOverrides", Overrides),
        new("build_property.AssemblyName", AssemblyName),
        .. HasPrintedErrors ? [new("build_property._FlagGenErrorsPrinted", "true")] : (KeyValuePair<string, string>[])[],
        .. rootNamespace is null ? (KeyValuePair<string, string>[])[] : [new("build_property.RootNamespace", rootNamespace)],
    ]);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(
    [
        .. metadata.Where(item => item.Path == textFile.Path)
            .Select(item => new KeyValuePair<string, string>("build_metadata.AdditionalFiles." + item.Name, item.Value)),
    ]);

    private sealed class Options(KeyValuePair<string, string>[] values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = new(values, KeyComparer);

        public override bool TryGetValue(string key, out string value) => _values.TryGetValue(key, out value!);
    }
}
