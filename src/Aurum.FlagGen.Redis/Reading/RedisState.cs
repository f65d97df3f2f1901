using Aurum.FlagGen.Redis.Scripts;
using Aurum.FlagGen.Redis.Stored;

namespace Aurum.FlagGen.Redis.Reading;

/// <summary>What a process has of a namespace, at one position. Immutable.</summary>
internal sealed class RedisState
{
    private readonly Dictionary<string, FeatureFlag> _flags;
    private readonly Dictionary<string, string> _unreadable;
    private readonly Dictionary<string, long> _damaged;

    private RedisState(RedisPosition position, Dictionary<string, FeatureFlag> flags, Dictionary<string, string> unreadable, Dictionary<string, long> damaged)
    {
        Position = position;
        _flags = flags;
        _unreadable = unreadable;
        _damaged = damaged;
        Set = new FlagSet { Version = position.SetVersion, Flags = [.. flags.Values], Unreadable = unreadable };
    }

    /// <summary>A namespace to which nobody has written.</summary>
    public static RedisState Nothing { get; } = new(RedisPosition.Nothing, [], [], []);

    public RedisPosition Position { get; }

    /// <summary>The flags in force: the last good definition of one that cannot be read is among them.</summary>
    public FlagSet Set { get; }

    /// <summary>The flags of which only the last good definition is known, each at the version under which it can be written anew.</summary>
    public IEnumerable<FeatureFlag> Damaged => _damaged.Where(entry => _flags.ContainsKey(entry.Key)).Select(entry => _flags[entry.Key] with { Version = entry.Value });

    /// <summary>A state that was kept elsewhere.</summary>
    public static RedisState Of(RedisPosition position, IEnumerable<FeatureFlag> flags) =>
        new(position, flags.ToDictionary(static flag => flag.Key, StringComparer.Ordinal), [], []);

    /// <summary>The version under which a flag that cannot be read can be written anew.</summary>
    public long VersionOfUnreadable(string key) => _damaged[key];

    public FeatureFlag? Find(string key) => _flags.GetValueOrDefault(key);

    /// <summary>The state after a reading.</summary>
    /// <remarks>What is the same as before stays the same object: the engine then keeps its compiled form.</remarks>
    public RedisState With(ReadReply reply)
    {
        bool isAll = reply.Kind == ReadReplyKind.All;
        Dictionary<string, FeatureFlag> flags = isAll ? new(reply.Entries.Count, StringComparer.Ordinal) : new(_flags, StringComparer.Ordinal);
        Dictionary<string, string> unreadable = isAll ? new(StringComparer.Ordinal) : new(_unreadable, StringComparer.Ordinal);
        Dictionary<string, long> damaged = isAll ? new(StringComparer.Ordinal) : new(_damaged, StringComparer.Ordinal);
        foreach ((string key, string? text) in reply.Entries)
        {
            unreadable.Remove(key);
            damaged.Remove(key);
            flags.Remove(key);
            if (!StoredFlag.TryRead(key, text, out FeatureFlag? flag, out string? fault))
            {
                unreadable[key] = fault;
                FeatureFlag? last = _flags.GetValueOrDefault(key);
                damaged[key] = StoredFlag.VersionOf(text!) ?? Math.Max(1, last?.Version ?? 1);
                if (last is not null)
                {
                    flags[key] = last;
                }
            }
            else if (flag is not null)
            {
                flags[key] = Keep(flag);
            }
        }

        return new RedisState(reply.Position, flags, unreadable, damaged);
    }

    private FeatureFlag Keep(FeatureFlag flag) =>
        _flags.TryGetValue(flag.Key, out FeatureFlag? before) && before == flag ? before : flag;
}
