using System.Collections.Immutable;
using Aurum.FlagGen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Brings the texts together with what the project says of them.</summary>
internal static class ManifestSourceParser
{
    /// <summary>Reads a file's text: only when the file changes, whatever happens to the project's options.</summary>
    public static ManifestText? ReadText(AdditionalText file, CancellationToken token) =>
        ManifestFileParser.CanBeManifest(file.Path) && file.GetText(token) is { } text ? new ManifestText(file.Path, text.ToString()) : null;

    public static EquatableArray<ManifestFile> Gather(ImmutableArray<ManifestFile> files) => new([.. files]);

    /// <summary>The manifest that a text is, or null where it is none, or another project's.</summary>
    public static ManifestSource? Join(ManifestText text, EquatableArray<ManifestFile> files)
    {
        foreach (ManifestFile file in files)
        {
            if (file.EmitsAccessors && file.Path == text.Path)
            {
                return new ManifestSource(file, text.Text);
            }
        }

        return null;
    }
}
