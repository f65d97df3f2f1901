using Aurum.FlagGen.Redis.Connections;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Redis.Health;

/// <summary>Keeps whether this process hears of changes as they are published, or finds them by asking alone; says each once.</summary>
internal sealed class HearingRecord(RedisStoreOptions options, RedisConnection connection, Func<RedisKeys> keys, ILogger logger)
{
    private readonly Lock _gate = new();

    private volatile string? _fault;
    private bool _isMissing;
    private bool _hasDoubted;

    /// <summary>Why changes take effect late; null while they are heard.</summary>
    public string? Fault => _fault;

    /// <summary>The server does not let this process subscribe.</summary>
    public void Refuse(Exception exception) => Say(
        $"Redis at {connection.Describe()} does not let this process hear of changes of namespace '{options.Namespace}': {RedisFault.Of(exception, keys()).Sentence}", isMissing: false);

    /// <summary>Publications do not arrive, though the subscription stands.</summary>
    public void MissAll() => Say(
        $"Changes of namespace '{options.Namespace}' in Redis at {connection.Describe()} were found that nobody told of on the channel '{keys().Channel}'; let every writer publish there (the right, the same 'channelPrefix'), and connect past a proxy that carries no publications.",
        isMissing: true);

    /// <summary>The subscription stands.</summary>
    public void Stand()
    {
        lock (_gate)
        {
            // Whether anything arrives over it, only a publication can show.
            if (!_isMissing)
            {
                Clear();
            }
        }
    }

    /// <summary>A publication has arrived.</summary>
    public void Hear()
    {
        if (_fault is null)
        {
            return;
        }

        lock (_gate)
        {
            Clear();
        }
    }

    /// <summary>Something has arrived that no store publishes.</summary>
    public void Doubt()
    {
        lock (_gate)
        {
            if (_hasDoubted)
            {
                return;
            }

            _hasDoubted = true;
        }

        Log.ForeignPublication(logger, keys().Channel, options.Namespace);
    }

    private void Say(string what, bool isMissing)
    {
        string fault = $"{what} Until then changes take effect up to {options.PollInterval} late.";
        lock (_gate)
        {
            if (_fault == fault)
            {
                return;
            }

            _fault = fault;
            _isMissing = isMissing;
        }

        Log.ChangesUnheard(logger, fault);
    }

    private void Clear()
    {
        if (_fault is not null)
        {
            _fault = null;
            _isMissing = false;
            Log.ChangesHeard(logger, options.Namespace);
        }
    }
}
