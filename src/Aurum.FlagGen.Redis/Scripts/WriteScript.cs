using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>Writes or deletes one flag in one step: the versions are compared, the flag, the set's version and the audit entry are written, and the change is published.</summary>
/// <remarks>
/// A write has an id of its own. Whoever does not know whether it arrived sends it again: what was done is then told and not repeated. What cannot be read as
/// a version in the flag's place takes the writer's word for it, so that a damaged flag can be written over, though not by somebody who believes that there is none.
/// </remarks>
internal static class WriteScript
{
    private const string Text = LineageScript.Text + """
        local id, new_epoch, key, expected, definition, head = ARGV[5], ARGV[6], ARGV[7], tonumber(ARGV[8]), ARGV[9], ARGV[10]
        local recorded = redis.call('GET', KEYS[6])
        if recorded then return {'written', recorded} end
        if loss then return {'lost', loss, epoch or '', text(version)} end
        local stored = redis.call('HGET', KEYS[2], key)
        local number, before = expected, ''
        if stored then
          local blank = string.find(stored, ' ', 1, true)
          local prefix = blank and string.sub(stored, 1, blank - 1) or ''
          if string.find(prefix, '^%d+$') then
            number, before = tonumber(prefix), string.sub(stored, blank + 1)
          else
            if expected == 0 then return {'conflict', '0', stored} end
            before = stored
          end
        end
        local current = before ~= '' and number or 0
        if current ~= expected or (definition == '' and current == 0) then return {'conflict', text(current), before} end
        local flag_version = (stored and number or 0) + 1
        version = version + 1
        if not stored then count = count + 1 end
        epoch = epoch or new_epoch
        redis.call('HSET', KEYS[2], key, text(flag_version) .. ' ' .. definition)
        redis.call('ZADD', KEYS[3], version, key)
        redis.call('RPUSH', KEYS[4], table.concat({id, text(version), text(flag_version), text(current), head, definition, before}, '\n'))
        redis.call('HSET', KEYS[1], 'epoch', epoch, 'version', text(version), 'stamp', id, 'base', text(base), 'count', text(count), 'schema', ARGV[4])
        local result = text(flag_version) .. ' ' .. epoch .. ' ' .. text(version) .. ' ' .. id
        redis.call('SET', KEYS[6], result, 'EX', ARGV[11])
        redis.call('PUBLISH', ARGV[12], epoch .. ' ' .. text(version) .. ' ' .. id)
        return {'written', result}
        """;

    /// <summary>How long an id is known. Whoever repeats a write does so within seconds.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    public static async Task<WriteReply> RunAsync(IDatabase database, RedisKeys keys, RedisPosition seen, FlagWrite write)
    {
        RedisResult result = await database.ScriptEvaluateAsync(
            Text,
            [keys.Meta, keys.Flags, keys.Changed, keys.Audit, keys.Heirs, keys.Write(write.Id)],
            [
                seen.Epoch, seen.Version, seen.Stamp, LineageScript.Schema,
                write.Id, write.NewEpoch, write.Key, write.ExpectedVersion, write.Definition, write.AuditHead, (long)Remembered.TotalSeconds, keys.Channel,
            ],
            CommandFlags.DemandMaster).ConfigureAwait(false);
        return WriteReply.From((RedisResult[])result!);
    }
}
