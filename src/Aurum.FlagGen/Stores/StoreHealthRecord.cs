using System.Collections.ObjectModel;
using System.Globalization;

namespace Aurum.FlagGen.Stores;

/// <summary>Remembers when a store was last known to be at the flags that it gave, and what has gone wrong since.</summary>
/// <remarks>It is the age of the last confirmation that counts: a loop that ended or hangs reports no failure.</remarks>
/// <param name="timeProvider">The clock.</param>
/// <param name="interval">How often the store is to be confirmed; three of these without a confirmation are too long.</param>
internal sealed class StoreHealthRecord(TimeProvider timeProvider, TimeSpan interval)
{
    private const int MissedIntervals = 3;

    private readonly Lock _gate = new();

    private DateTimeOffset? _confirmed;
    private long? _confirmedAt;
    private string? _cause;
    private bool _hasFlags;

    /// <summary>The flags in force are the store's present ones.</summary>
    public void Confirm()
    {
        lock (_gate)
        {
            _confirmed = timeProvider.GetUtcNow();
            _confirmedAt = timeProvider.GetTimestamp();
            _cause = null;
            _hasFlags = true;
        }
    }

    /// <summary>The flags in force are those that were kept from an earlier time.</summary>
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

    public FeatureFlagStoreHealth Read(IReadOnlyDictionary<string, string>? unreadable)
    {
        unreadable ??= ReadOnlyDictionary<string, string>.Empty;
        lock (_gate)
        {
            // A clock that is set back or forward changes no age.
            TimeSpan? age = _confirmedAt is { } at ? timeProvider.GetElapsedTime(at) : timeProvider.GetUtcNow() - _confirmed;
            string? cause = _cause ?? DescribeAge(age) ?? unreadable.Values.FirstOrDefault();
            return new FeatureFlagStoreHealth(!_hasFlags ? FeatureFlagStoreStatus.Unhealthy : cause is null ? FeatureFlagStoreStatus.Healthy : FeatureFlagStoreStatus.Degraded)
            {
                Cause = cause ?? (_hasFlags ? null : "The store was not asked yet."),
                LastConfirmed = _confirmed,
                Age = age,
                UnreadableFlags = unreadable,
            };
        }
    }

    private string? DescribeAge(TimeSpan? age) => age > MissedIntervals * interval
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"The store has confirmed nothing for {age.Value.TotalSeconds:F0} seconds, where it is to do so every {interval.TotalSeconds:0.#}; the flags in force may be old.")
        : null;
}
