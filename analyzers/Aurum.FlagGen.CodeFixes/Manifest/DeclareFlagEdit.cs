using Aurum.FlagGen.Analyzers.Flags;

namespace Aurum.FlagGen.CodeFixes.Manifest;

/// <summary>Declares the flag that code asks for, switched off.</summary>
internal sealed class DeclareFlagEdit : ManifestEdit
{
    public override string TitleOf(Diagnostic diagnostic) =>
        $"Declare '{FixProperties.Read(diagnostic, FixProperties.Key)}' in {Path.GetFileName(FixProperties.Read(diagnostic, FixProperties.Manifest))}";

    protected override string? Edit(string text, Diagnostic diagnostic) =>
        FixProperties.Read(diagnostic, FixProperties.Key) is { } key && FixProperties.Read(diagnostic, FixProperties.Definition) is { } definition
            ? ManifestText.Declare(text, key, definition)
            : null;
}
