using System.Globalization;
using System.Text.RegularExpressions;

namespace Aurum.Samples.Dashboard;

/// <summary>What is wrong with flags.json, and where.</summary>
/// <param name="Line">From 1; null where the file as a whole cannot be read.</param>
/// <param name="Text">The line's text.</param>
/// <param name="IsBroken">Whether nothing of the file could be read, so that the last good flags stay in force.</param>
internal sealed partial record FaultView(int? Line, int? Column, string? Code, string Message, string? Text, bool IsBroken)
{
    /// <param name="storeFault">Why the store's present flags are not in force, or null.</param>
    /// <param name="fileFault">What the store says of its file, or null.</param>
    public static FaultView? Find(string? storeFault, string? fileFault, ManifestText manifest)
    {
        if ((storeFault ?? fileFault) is not { } sentence)
        {
            return null;
        }

        if (Place().Match(sentence) is not { Success: true } place)
        {
            return new FaultView(null, null, null, sentence, null, storeFault is not null);
        }

        int line = int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture);
        return new FaultView(
            line,
            int.Parse(place.Groups["column"].ValueSpan, CultureInfo.InvariantCulture),
            place.Groups["code"] is { Success: true } code ? code.Value : null,
            place.Groups["message"].Value,
            manifest.GetLine(line),
            storeFault is not null);
    }

    [GeneratedRegex(@"^.*?\((?<line>\d+),(?<column>\d+)\): (?:(?<code>AFG\d+): )?(?<message>.*)$", RegexOptions.Singleline)]
    private static partial Regex Place();
}
