using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.CodeFixes.Manifest;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.CodeFixes.Lifecycle;

/// <summary>Gives an expired flag a new date, or marks it as retired.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ExpiredFlagFix : ManifestFix
{
    private static readonly ManifestEdit[] Offered = [new MoveExpiryEdit(), new RetireFlagEdit()];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ExpiredFlag];

    private protected override IReadOnlyList<ManifestEdit> Edits => Offered;
}
