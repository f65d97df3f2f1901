using System.Collections.ObjectModel;

namespace Aurum.FlagGen.Redis.Health;

/// <summary>Remembers when the store last answered, and what it said since.</summary>
internal sealed class RedisHealthRecord(TimeProvider timeProvider)
{
    private readonly Lock _gate = new();

    private DateTimeOffset? _confirmed;
    private string? _cause;
    private bool _hasFlags;

    /// <summary>The flags in force are the store's present ones.</summary>
    public void Confirm()
    {
        lock (_gate)
        {
            _confirmed = timeProvider.GetUtcNow();
            _cause = null;
            _hasFlags = true;
        }
    }

    /// <summary>The flags in force are those that a file kept.</summary>
    public void Begin(DateTimeOffset savedAt)
    {
        lock (_gate)
        {
            _confirmed ??= savedAt;
            _hasFlags = true;
        }
    }

    /// <summary>The store could not be asked, or what it said is not to be believed.</summary>
    /// <returns>Whether this is news.</returns>
    public bool Fail(string cause)
    {
        lock (_gate)
        {
            bool isNews = _cause != cause;
            _cause = cause;
            return isNews;
        }
    }

    public RedisStoreHealth Read(IReadOnlyDictionary<string, string>? unreadable)
    {
        unreadable ??= ReadOnlyDictionary<string, string>.Empty;
        lock (_gate)
        {
            RedisStoreStatus status = !_hasFlags ? RedisStoreStatus.Unhealthy
                : _cause is not null || unreadable.Count > 0 ? RedisStoreStatus.Degraded
                : RedisStoreStatus.Healthy;
            return new RedisStoreHealth(status)
            {
                Cause = _cause ?? unreadable.Values.FirstOrDefault() ?? (_hasFlags ? null : "The store was not asked yet."),
                LastConfirmed = _confirmed,
                Age = timeProvider.GetUtcNow() - _confirmed,
                UnreadableFlags = unreadable,
            };
        }
    }
}
