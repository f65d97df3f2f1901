using System.Globalization;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.CodeFixes.Manifest;

/// <summary>Gives an expired flag a new last day.</summary>
internal sealed class MoveExpiryEdit : ManifestEdit
{
    /// <summary>Long enough to plan the removal, short enough to be asked again.</summary>
    private const int DaysMore = 90;

    private const string DateFormat = "yyyy-MM-dd";

    public override string TitleOf(Diagnostic diagnostic) => $"Move the expiry of '{FixProperties.Read(diagnostic, FixProperties.Key)}' to {NewDate(diagnostic)}";

    protected override string? Edit(string text, Diagnostic diagnostic) =>
        FixProperties.Read(diagnostic, FixProperties.Key) is { } key && NewDate(diagnostic) is { } date ? ManifestText.SetMembers(text, key, (FlagMembers.Expires.Name, $"\"{date}\"")) : null;

    private static string? NewDate(Diagnostic diagnostic) =>
        DateTime.TryParseExact(FixProperties.Read(diagnostic, FixProperties.Today), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime today)
            ? today.AddDays(DaysMore).ToString(DateFormat, CultureInfo.InvariantCulture)
            : null;
}
