using StackExchange.Redis;

namespace Aurum.FlagGen.Redis;

/// <summary>Every key and channel of one namespace. The hash tag puts them into one slot, so that a script may touch them all in a cluster.</summary>
internal sealed class RedisKeys
{
    private readonly string _prefix;

    /// <param name="name">The namespace.</param>
    /// <param name="channelPrefix">What the client puts before each channel that it subscribes to.</param>
    public RedisKeys(string name, string channelPrefix = "")
    {
        _prefix = $"flaggen:{{{name}}}:";
        Meta = _prefix + "meta";
        Flags = _prefix + "flags";
        Changed = _prefix + "changed";
        Audit = _prefix + "audit";
        Heirs = _prefix + "heirs";
        Usage = _prefix + "usage";
        UsageOrder = _prefix + "used";
        ChannelPrefix = channelPrefix;
        Subscription = _prefix + "changes";
        Channel = channelPrefix + Subscription;
    }

    /// <summary>A hash: the epoch, the set's version, the stamp of the last write, and what the other keys must hold if nothing is lost.</summary>
    public RedisKey Meta { get; }

    /// <summary>A hash, flag's key → version, a blank, definition; the definition of a deleted flag is empty.</summary>
    public RedisKey Flags { get; }

    /// <summary>A sorted set, flag's key → the set's version at its last change.</summary>
    public RedisKey Changed { get; }

    /// <summary>A list, one entry for each version of the set.</summary>
    public RedisKey Audit { get; }

    /// <summary>A hash, epoch → the epoch that somebody declared to be its heir.</summary>
    public RedisKey Heirs { get; }

    /// <summary>A hash, flag's key → how often it was evaluated.</summary>
    public RedisKey Usage { get; }

    /// <summary>A sorted set, flag's key → when it was last evaluated.</summary>
    public RedisKey UsageOrder { get; }

    /// <summary>Where changes are published, as the server knows it: a script publishes past the client and its prefix.</summary>
    public string Channel { get; }

    /// <summary>The same, as it is named to the client.</summary>
    public string Subscription { get; }

    /// <summary>What the client puts before it.</summary>
    public string ChannelPrefix { get; }

    /// <summary>What all keys are like, as the server's access lists name them.</summary>
    public string Pattern => _prefix + "*";

    /// <summary>A text, what became of one write.</summary>
    public RedisKey Write(string id) => $"{_prefix}write:{id}";

    /// <summary>A text, the number of the last batch of usage that one process has sent.</summary>
    public RedisKey UsageReporter(string name) => $"{_prefix}reporter:{name}";
}
