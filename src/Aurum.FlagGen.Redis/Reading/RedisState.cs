using Aurum.FlagGen.Redis.Scripts;

namespace Aurum.FlagGen.Redis.Reading;

/// <summary>What a process has of a namespace, at one position. Immutable.</summary>
internal sealed class RedisState
{
    private readonly Dictionary<string, FeatureFlag> _flags;
    private readonly Dictionary<string, string> _unreadable;

    private RedisState(RedisPosition position, Dictionary<string, FeatureFlag> flags, Dictionary<string, string> unreadable)
    {
        Position = position;
        _flags = flags;
        _unreadable = unreadable;
        Set = new FlagSet { Version = position.SetVersion, Flags = [.. flags.Values], Unreadable = unreadable };
    }

    /// <summary>A namespace to which nobody has written.</summary>
    public static RedisState Nothing { get; } = new(RedisPosition.Nothing, [], []);

    public RedisPosition Position { get; }

    /// <summary>The same, as the engine takes it.</summary>
    public FlagSet Set { get; }

    /// <summary>A state that was kept elsewhere.</summary>
    public static RedisState Of(RedisPosition position, IEnumerable<FeatureFlag> flags) =>
        new(position, flags.ToDictionary(static flag => flag.Key, StringComparer.Ordinal), []);

    public FeatureFlag? Find(string key) => _flags.GetValueOrDefault(key);

    /// <summary>The state after a reading.</summary>
    /// <remarks>What is the same as before stays the same object: the engine then keeps its compiled form. The last good definition of a flag that cannot be read is kept by whoever publishes the set.</remarks>
    public RedisState With(ReadReply reply)
    {
        bool isAll = reply.Kind == ReadReplyKind.All;
        Dictionary<string, FeatureFlag> flags = isAll ? new(reply.Entries.Count, StringComparer.Ordinal) : new(_flags, StringComparer.Ordinal);
        Dictionary<string, string> unreadable = isAll ? new(StringComparer.Ordinal) : new(_unreadable, StringComparer.Ordinal);
        foreach ((string key, string? text) in reply.Entries)
        {
            unreadable.Remove(key);
            if (!StoredFlag.TryRead(key, text, out FeatureFlag? flag, out string? fault))
            {
                flags.Remove(key);
                unreadable[key] = fault;
            }
            else if (flag is null)
            {
                flags.Remove(key);
            }
            else
            {
                flags[key] = Keep(flag);
            }
        }

        return new RedisState(reply.Position, flags, unreadable);
    }

    private FeatureFlag Keep(FeatureFlag flag) =>
        _flags.TryGetValue(flag.Key, out FeatureFlag? before) && before.Version == flag.Version && before.ToJson() == flag.ToJson() ? before : flag;
}
