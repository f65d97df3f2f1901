using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers;
using Aurum.FlagGen.Analyzers.Usage;
using Aurum.FlagGen.CodeFixes.Manifest;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.CodeFixes;

/// <summary>Declares the flag that code asks for, switched off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareFlagFix : ManifestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndeclaredKey];

    private protected override string TitleOf(Diagnostic diagnostic) =>
        $"Declare '{Property(diagnostic, FixProperties.Key)}' in {Path.GetFileName(Property(diagnostic, FixProperties.Manifest))}";

    private protected override string? Edit(string text, Diagnostic diagnostic) =>
        Property(diagnostic, FixProperties.Key) is { } key && Property(diagnostic, FixProperties.Definition) is { } definition ? ManifestText.Declare(text, key, definition) : null;
}
