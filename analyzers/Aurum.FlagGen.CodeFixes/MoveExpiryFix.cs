using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Aurum.FlagGen.Analyzers;
using Aurum.FlagGen.Analyzers.Usage;
using Aurum.FlagGen.CodeFixes.Manifest;
using Aurum.FlagGen.Manifest.Model.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.CodeFixes;

/// <summary>Gives an expired flag a new last day.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MoveExpiryFix : ManifestFix
{
    /// <summary>Long enough to plan the removal, short enough to be asked again.</summary>
    private const int DaysMore = 90;

    private const string DateFormat = "yyyy-MM-dd";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ExpiredFlag];

    private protected override string TitleOf(Diagnostic diagnostic) => $"Move the expiry of '{Property(diagnostic, FixProperties.Key)}' to {NewDate(diagnostic)}";

    private protected override string? Edit(string text, Diagnostic diagnostic) =>
        Property(diagnostic, FixProperties.Key) is { } key && NewDate(diagnostic) is { } date ? ManifestText.SetMembers(text, key, (FlagMembers.Expires.Name, $"\"{date}\"")) : null;

    private static string? NewDate(Diagnostic diagnostic) =>
        DateTime.TryParseExact(Property(diagnostic, FixProperties.Today), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime today)
            ? today.AddDays(DaysMore).ToString(DateFormat, CultureInfo.InvariantCulture)
            : null;
}
