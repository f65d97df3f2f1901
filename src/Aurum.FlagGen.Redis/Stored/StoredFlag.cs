using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Aurum.FlagGen.Redis.Scripts;

namespace Aurum.FlagGen.Redis.Stored;

/// <summary>The text that a flag is in the store: its version, a blank, and its definition without the version.</summary>
internal static class StoredFlag
{
    private const int LongestNumber = 15;
    private const string Advice = "Write the flag anew, or call RestoreAsync in a process that has its last good definition.";

    /// <summary>The definition as it is stored.</summary>
    public static string DefinitionOf(FeatureFlag flag) => (flag with { Version = 0 }).ToJson();

    /// <summary>Reads what the store has for a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">The text; null where there is none.</param>
    /// <param name="flag">The flag; null where it was deleted or cannot be read.</param>
    /// <param name="fault">Why it cannot be read.</param>
    /// <returns>Whether the text could be read.</returns>
    public static bool TryRead(string key, string? text, out FeatureFlag? flag, [NotNullWhen(false)] out string? fault)
    {
        flag = null;
        fault = null;
        if (text is null)
        {
            return true;
        }

        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 1 || VersionOf(text) is not { } version)
        {
            fault = $"The flag '{key}' is damaged in the store: what is there does not begin with a version. {Advice}";
            return false;
        }

        if (blank == text.Length - 1)
        {
            return true;
        }

        if (!TryReadDefinition(text[(blank + 1)..], version, out flag, out fault))
        {
            fault = $"The flag '{key}' is damaged in the store: {fault} {Advice}";
            return false;
        }

        if (flag.Key != key)
        {
            fault = $"The flag '{key}' is damaged in the store: its definition is that of '{flag.Key}'. {Advice}";
            flag = null;
            return false;
        }

        return true;
    }

    /// <summary>The version that a text begins with; null where it begins with none that the scripts read.</summary>
    public static long? VersionOf(string text)
    {
        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank is >= 1 and <= LongestNumber
            && long.TryParse(text.AsSpan(0, blank), NumberStyles.None, CultureInfo.InvariantCulture, out long version)
            && version <= NumberScript.Max
            ? version
            : null;
    }

    /// <summary>Reads a definition.</summary>
    public static bool TryReadDefinition(string definition, long version, [NotNullWhen(true)] out FeatureFlag? flag, [NotNullWhen(false)] out string? fault)
    {
        if (!FeatureFlag.TryParse(definition, out flag, out fault))
        {
            return false;
        }

        flag = flag with { Version = version };
        return true;
    }
}
