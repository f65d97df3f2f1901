using System.Globalization;
using Aurum.FlagGen.Redis.Scripts;

namespace Aurum.FlagGen.Redis;

/// <summary>A point in a namespace's history.</summary>
/// <param name="Epoch">The history: a random name, given when the first flag was written or a loss was settled.</param>
/// <param name="Version">How many changes there were; one audit entry each.</param>
/// <param name="Stamp">The random name of the last change. Two histories that parted, as after a failover, have the same epoch and perhaps the same version, but not the same stamp.</param>
internal sealed record RedisPosition(string Epoch, long Version, string Stamp)
{
    private const int LongestText = 200;

    /// <summary>Before anything was ever written.</summary>
    public static RedisPosition Nothing { get; } = new("", 0, "");

    /// <summary>The version of the set, as everybody outside the store sees it.</summary>
    public string SetVersion => Epoch.Length == 0
        ? "0"
        : string.Create(CultureInfo.InvariantCulture, $"{Version}-{Epoch[..Math.Min(8, Epoch.Length)]}");

    /// <summary>Whether this is known to be later, in the same history.</summary>
    public bool Follows(RedisPosition other) => Epoch == other.Epoch && Version > other.Version;

    /// <summary>Reads what was published: epoch, version and stamp.</summary>
    /// <returns>The position; null where the text is none that a store publishes.</returns>
    public static RedisPosition? TryParse(string? text)
    {
        if (text is null || text.Length > LongestText)
        {
            return null;
        }

        string[] parts = text.Split(' ');
        return parts.Length == 3
            && IsName(parts[0])
            && IsName(parts[2])
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long version)
            && version <= NumberScript.Max
            ? new RedisPosition(parts[0], version, parts[2])
            : null;
    }

    private static bool IsName(string text) => text.Length > 0 && text.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
