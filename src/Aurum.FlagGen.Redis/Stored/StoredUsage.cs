using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Aurum.FlagGen.Redis.Stored;

/// <summary>A flag's usage as it is stored, in lines: how often it was evaluated, when last in Unix milliseconds, by which version of the application, and for each variant its count, a blank, its name.</summary>
internal static class StoredUsage
{
    /// <summary>A text on one line.</summary>
    public static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <returns>Whether the text is usage; what is not, the next batch replaces.</returns>
    public static bool TryRead(string key, string text, [NotNullWhen(true)] out FlagUsage? usage)
    {
        usage = null;
        string[] lines = text.Split('\n');
        if (lines.Length < 3 || !TryCount(lines[0], out long evaluations) || !TryCount(lines[1], out long milliseconds)
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        Dictionary<string, long> variants = new(StringComparer.Ordinal);
        foreach (string line in lines.Skip(3))
        {
            int blank = line.IndexOf(' ', StringComparison.Ordinal);
            if (blank > 0 && TryCount(line[..blank], out long count))
            {
                variants[Unescape(line[(blank + 1)..])] = count;
            }
        }

        usage = new FlagUsage
        {
            Key = key,
            Evaluations = evaluations,
            ByVariant = variants,
            LastEvaluated = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            LastVersion = Unescape(lines[2]),
        };
        return true;
    }

    private static bool TryCount(string text, out long count) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private static string Unescape(string text)
    {
        // Piece by piece between doubled backslashes: in what is left, a backslash begins a line break.
        return string.Join('\\', text.Split("\\\\").Select(static piece => piece.Replace("\\n", "\n", StringComparison.Ordinal)));
    }
}
