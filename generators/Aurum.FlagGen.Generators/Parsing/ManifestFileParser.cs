using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.CompileTime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Tells which of a project's additional files are manifests.</summary>
internal static class ManifestFileParser
{
    private const string IsManifestOption = "build_metadata.AdditionalFiles.FlagManifest";
    private const string EmitAccessorsOption = "build_metadata.AdditionalFiles.EmitAccessors";
    private const string AccessibilityOption = "build_metadata.AdditionalFiles.Accessibility";
    private const string RootNamespaceOption = "build_property.RootNamespace";
    private const string AssemblyNameOption = "build_property.AssemblyName";
    private const string ConfigurationOption = "build_property.Configuration";
    private const string OverridesOption = "build_property." + BuildOverrides.PropertyName;

    /// <summary>Whether a file of that name can be a manifest, whatever the project says of it.</summary>
    public static bool CanBeManifest(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jsonc", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the project says of a file, or null where it is no manifest.</summary>
    public static ManifestFile? Read(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        if (!CanBeManifest(file.Path))
        {
            return null;
        }

        AnalyzerConfigOptions metadata = options.GetOptions(file);
        bool isManifest = ReadBoolean(metadata, IsManifestOption) ?? HasManifestName(file.Path);
        return isManifest
            ? new ManifestFile(
                file.Path,
                ReadBoolean(metadata, EmitAccessorsOption) ?? true,
                ReadFirst(metadata, AccessibilityOption).Equals("internal", StringComparison.OrdinalIgnoreCase),
                ReadFirst(options.GlobalOptions, RootNamespaceOption, AssemblyNameOption),
                ReadFirst(options.GlobalOptions, ConfigurationOption),
                ReadFirst(options.GlobalOptions, OverridesOption))
            : null;
    }

    private static bool HasManifestName(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.Equals("flags.json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".flags.json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>In the words that MSBuild takes in its conditions, so that the build and the compiler agree.</summary>
    private static bool? ReadBoolean(AnalyzerConfigOptions options, string name) => ReadFirst(options, name).ToLowerInvariant() switch
    {
        "true" or "on" or "yes" or "!false" or "!off" or "!no" => true,
        "false" or "off" or "no" or "!true" or "!on" or "!yes" => false,
        _ => null,
    };

    private static string ReadFirst(AnalyzerConfigOptions options, params string[] names)
    {
        foreach (string name in names)
        {
            if (options.TryGetValue(name, out string? text) && !string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return "";
    }
}
