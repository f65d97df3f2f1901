using Aurum.FlagGen.Redis.Stored;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>Settles a loss: the namespace gets a new epoch, which is the heir of the one that was lost and of the one that is there, and the flags that are declared to be true.</summary>
internal static class RestoreScript
{
    // A flag whose definition the store has at a higher version, or otherwise at the same, gets a version that nobody has seen.
    private const string Text = LineageScript.Text + """
        local id, new_epoch, found, keeps_store, head = ARGV[5], ARGV[6], ARGV[7], ARGV[8] == '1', ARGV[9]
        if found_epoch ~= found then return 'raced' end
        if not loss then return 'sound' end
        if loss == 'NewerSchema' then return 'newer' end
        version = math.max(version, seen_version, entries) + 1
        if version > max_number / 2 then version = entries + 1 end
        local there = redis.call('HGETALL', KEYS[2])
        redis.call('DEL', KEYS[3])
        if keeps_store then
          for i = 1, #there, 2 do redis.call('ZADD', KEYS[3], version, there[i]) end
        else
          local versions, definitions, restored = {}, {}, {}
          for i = 1, #there, 2 do
            local blank = string.find(there[i + 1], ' ', 1, true)
            versions[there[i]] = blank and number(string.sub(there[i + 1], 1, blank - 1)) or 0
            definitions[there[i]] = blank and string.sub(there[i + 1], blank + 1) or nil
          end
          for i = 11, #ARGV, 3 do
            local key, flag_version, definition = ARGV[i], bounded(tonumber(ARGV[i + 1])), ARGV[i + 2]
            local other = versions[key]
            if other and (other > flag_version or (other == flag_version and definitions[key] ~= definition)) then flag_version = bounded(other + 1) end
            redis.call('HSET', KEYS[2], key, text(flag_version) .. ' ' .. definition)
            redis.call('ZADD', KEYS[3], version, key)
            restored[key] = true
          end
          for key, other in pairs(versions) do
            if not restored[key] then
              redis.call('HSET', KEYS[2], key, text(bounded(other + 1)) .. ' ')
              redis.call('ZADD', KEYS[3], version, key)
            end
          end
        end
        redis.call('RPUSH', KEYS[4], table.concat({id, text(version), '0', '0', head, '', ''}, '\n'))
        if epoch and is_name(epoch) then redis.call('HSET', KEYS[5], epoch, new_epoch) end
        if seen_epoch ~= '' then redis.call('HSET', KEYS[5], seen_epoch, new_epoch) end
        redis.call('HSET', KEYS[1], 'epoch', new_epoch, 'version', text(version), 'stamp', id, 'base', text(version - redis.call('LLEN', KEYS[4])),
          'count', text(redis.call('HLEN', KEYS[2])), 'schema', ARGV[4])
        redis.pcall('PUBLISH', ARGV[10], new_epoch .. ' ' .. text(version) .. ' ' .. id)
        return 'restored'
        """;

    /// <param name="database">The database.</param>
    /// <param name="keys">The namespace.</param>
    /// <param name="seen">The latest position that the caller knows of.</param>
    /// <param name="restoration">What is to be true.</param>
    public static async Task<string> RunAsync(IDatabase database, RedisKeys keys, RedisPosition seen, Restoration restoration)
    {
        List<RedisValue> arguments =
        [
            seen.Epoch, seen.Version, seen.Stamp, LineageScript.Schema,
            restoration.Id, restoration.NewEpoch, restoration.FoundEpoch, restoration.Flags is null ? "1" : "0", restoration.AuditHead, keys.Channel,
        ];
        foreach (FeatureFlag flag in restoration.Flags ?? [])
        {
            arguments.Add(flag.Key);
            arguments.Add(flag.Version);
            arguments.Add(Stored.StoredFlag.DefinitionOf(flag));
        }

        RedisResult result = await database.ScriptEvaluateAsync(
            Text, [keys.Meta, keys.Flags, keys.Changed, keys.Audit, keys.Heirs], [.. arguments], CommandFlags.DemandMaster).ConfigureAwait(false);
        return (string)result!;
    }
}
