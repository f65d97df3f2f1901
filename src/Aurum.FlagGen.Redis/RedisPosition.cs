using System.Globalization;

namespace Aurum.FlagGen.Redis;

/// <summary>A point in a namespace's history.</summary>
/// <param name="Epoch">The history: a random name, given when the first flag was written or a loss was settled.</param>
/// <param name="Version">How many changes there were; one audit entry each.</param>
/// <param name="Stamp">The random name of the last change. Two histories that parted, as after a failover, have the same epoch and perhaps the same version, but not the same stamp.</param>
internal sealed record RedisPosition(string Epoch, long Version, string Stamp)
{
    /// <summary>Before anything was ever written.</summary>
    public static RedisPosition Nothing { get; } = new("", 0, "");

    /// <summary>The version of the set, as everybody outside the store sees it.</summary>
    public string SetVersion => Epoch.Length == 0
        ? "0"
        : string.Create(CultureInfo.InvariantCulture, $"{Version}-{Epoch[..Math.Min(8, Epoch.Length)]}");

    /// <summary>Whether this is known to be later, in the same history.</summary>
    public bool Follows(RedisPosition other) => Epoch == other.Epoch && Version > other.Version;

    /// <summary>Reads what was published: epoch, version and stamp.</summary>
    public static RedisPosition? TryParse(string? text)
    {
        string[] parts = (text ?? "").Split(' ');
        return parts.Length == 3 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long version)
            ? new RedisPosition(parts[0], version, parts[2])
            : null;
    }
}
