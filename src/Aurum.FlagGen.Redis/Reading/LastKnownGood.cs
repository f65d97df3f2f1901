namespace Aurum.FlagGen.Redis.Reading;

/// <summary>The flags that a process last had, as they were kept in a file.</summary>
/// <param name="State">The flags, and where the namespace stood.</param>
/// <param name="SavedAt">When the file was written.</param>
internal sealed record LastKnownGood(RedisState State, DateTimeOffset SavedAt);
