using Aurum.FlagGen.Redis.Stored;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>Writes or deletes one flag in one step: the versions are compared, the flag, the set's version and the audit entry are written, and the change is published.</summary>
/// <remarks>
/// A write has an id of its own. Whoever does not know whether it arrived sends it again: what was done is then told and not repeated. What cannot be read as
/// a version in the flag's place takes the writer's word for it, so that a damaged flag can be written over, though not by somebody who believes that there is none.
/// </remarks>
internal static class WriteScript
{
    // What the user may not do, and what a server refuses, is found out while nothing is written: by commands that change nothing, and by the entry, which can be taken back.
    // Old entries are looked for by their second, so many at a time that a write stays short; one that is damaged goes with the next that is old.
    // SET is the first of them: a server that is short of memory refuses the first command that could need some, and nothing after a command that writes.
    private const string Text = LineageScript.Text + """
        local id, new_epoch, key, expected, definition, head = ARGV[5], ARGV[6], ARGV[7], tonumber(ARGV[8]), ARGV[9], ARGV[10]
        local kept, kept_from = tonumber(ARGV[13]), ARGV[14]
        local recorded = redis.call('GET', KEYS[6])
        if recorded then return {'written', recorded, '', '0'} end
        if loss then return {'lost', loss, found_epoch, text(version)} end
        local stored = redis.call('HGET', KEYS[2], key)
        local at, before, current = bounded(expected), '', 0
        if stored then
          local blank = string.find(stored, ' ', 1, true)
          local there = blank and number(string.sub(stored, 1, blank - 1))
          if there then
            at, before = there, string.sub(stored, blank + 1)
            current = before ~= '' and at or 0
          else
            if expected == 0 then return {'damaged'} end
            expected, before, current = at, stored, at
          end
        end
        if current ~= expected or (definition == '' and current == 0) then return {'conflict', text(current), before} end
        local flag_version = bounded((stored and at or 0) + 1)
        version = version + 1
        if not stored then count = count + 1 end
        epoch = epoch or new_epoch
        local excess = math.max(0, entries + 1 - kept)
        if kept_from ~= '' then
          for i = excess, math.min(entries, excess + 1000) - 1 do
            local at = string.match(redis.call('LINDEX', KEYS[4], i), '"at":"(%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%d)')
            if at and at >= kept_from then break end
            if at then excess = i + 1 end
          end
        end
        redis.call('SET', KEYS[6], '', 'XX')
        redis.call('LTRIM', KEYS[4], '0', '-1')
        if changed > 0 then
          redis.call('ZADD', KEYS[3], 'XX', '0', '')
        else
          redis.call('ZREM', KEYS[3], '')
          redis.call('ZADD', KEYS[3], '0', '')
          redis.call('ZREM', KEYS[3], '')
        end
        redis.call('RPUSH', KEYS[4], table.concat({id, text(version), text(flag_version), text(current), head, definition, before}, '\n'))
        local done = redis.pcall('HSET', KEYS[2], key, text(flag_version) .. ' ' .. definition)
        if type(done) == 'table' and done.err then
          redis.call('LTRIM', KEYS[4], '0', '-2')
          return done
        end
        redis.call('ZADD', KEYS[3], version, key)
        if excess > 0 then redis.call('LTRIM', KEYS[4], text(excess), '-1') end
        redis.call('HSET', KEYS[1], 'epoch', epoch, 'version', text(version), 'stamp', id, 'base', text(base + excess), 'count', text(count), 'schema', ARGV[4])
        local result = text(flag_version) .. ' ' .. epoch .. ' ' .. text(version) .. ' ' .. id
        redis.call('SET', KEYS[6], result, 'EX', ARGV[11])
        local told = redis.pcall('PUBLISH', ARGV[12], epoch .. ' ' .. text(version) .. ' ' .. id)
        return {'written', result, type(told) == 'table' and told.err or '', text(excess)}
        """;

    /// <summary>How long an id is known. Whoever repeats a write does so within seconds.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    /// <param name="database">The database.</param>
    /// <param name="keys">The namespace.</param>
    /// <param name="seen">The latest position that the caller knows of.</param>
    /// <param name="write">What is written.</param>
    /// <param name="retention">How much of the audit log is kept.</param>
    public static async Task<WriteReply> RunAsync(IDatabase database, RedisKeys keys, RedisPosition seen, FlagWrite write, AuditRetention retention)
    {
        RedisResult result = await database.ScriptEvaluateAsync(
            Text,
            [keys.Meta, keys.Flags, keys.Changed, keys.Audit, keys.Heirs, keys.Write(write.Id)],
            [
                seen.Epoch, seen.Version, seen.Stamp, LineageScript.Schema,
                write.Id, write.NewEpoch, write.Key, write.ExpectedVersion, write.Definition, write.AuditHead, (long)Remembered.TotalSeconds, keys.Channel,
                retention.MaxEntries ?? int.MaxValue, StoredAuditEntry.SecondOf(write.At, retention.MaxAge),
            ],
            CommandFlags.DemandMaster).ConfigureAwait(false);
        return WriteReply.From((RedisResult[])result!);
    }
}
