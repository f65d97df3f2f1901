using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>Reads what has changed since the caller's last reading, or everything.</summary>
internal static class ReadScript
{
    // Of more changes than these the whole set is given: unpacking them would meet the limit of Lua's stack.
    private const string Text = LineageScript.Text + """
        if loss then return {'lost', loss, found_epoch, text(version)} end
        if not epoch then return {'nothing'} end
        local loaded_epoch, loaded_version = ARGV[5], tonumber(ARGV[6])
        if loaded_epoch == epoch and loaded_version == version then return {'same'} end
        if loaded_epoch == epoch then
          local keys = redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. text(loaded_version), '+inf')
          if #keys > 0 and #keys <= 1000 then
            return {'changes', epoch, text(version), stamp, keys, redis.call('HMGET', KEYS[2], unpack(keys))}
          end
        end
        return {'all', epoch, text(version), stamp, redis.call('HGETALL', KEYS[2])}
        """;

    /// <param name="database">The database.</param>
    /// <param name="keys">The namespace.</param>
    /// <param name="seen">The latest position that the caller knows of.</param>
    /// <param name="loaded">The position of the flags that it has.</param>
    public static async Task<ReadReply> RunAsync(IDatabase database, RedisKeys keys, RedisPosition seen, RedisPosition loaded)
    {
        RedisResult result = await database.ScriptEvaluateAsync(
            Text,
            [keys.Meta, keys.Flags, keys.Changed, keys.Audit, keys.Heirs],
            [seen.Epoch, seen.Version, seen.Stamp, LineageScript.Schema, loaded.Epoch, loaded.Version],
            CommandFlags.DemandMaster).ConfigureAwait(false);
        return ReadReply.From((RedisResult[])result!);
    }
}
