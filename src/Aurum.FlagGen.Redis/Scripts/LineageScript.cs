namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>What every script of flags begins with: it reads where the namespace stands, and whether what the caller has seen is still a part of its history.</summary>
/// <remarks>
/// Keys 1 to 5 are those of <see cref="RedisKeys"/> in their order. Arguments 1 to 3 are the latest position that the caller has seen, 4 is the newest schema
/// that it can read. Only commands that Redis, Valkey and Garnet share are used, all of them before anything is written: a key of the wrong type stops the
/// script while it has done nothing. What is no number within bounds, and no name of letters and digits, is damage; no script sends it on.
/// So is a version of the set that no other can follow.
/// </remarks>
internal static class LineageScript
{
    /// <summary>The form in which this version of the library writes. Members that a form adds need no new number; another meaning of what is there does.</summary>
    public const int Schema = 1;

    public const string Text = NumberScript.Text + """
        local seen_epoch, seen_version, seen_stamp, reads_schema = ARGV[1], tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])
        local meta = redis.call('HMGET', KEYS[1], 'epoch', 'version', 'stamp', 'base', 'count', 'schema')
        local epoch, version, stamp = meta[1], number(meta[2] or '0'), meta[3]
        local base, count, schema = number(meta[4] or '0'), number(meta[5] or '0'), number(meta[6] or '0')
        local flags, changed, entries = redis.call('HLEN', KEYS[2]), redis.call('ZCARD', KEYS[3]), redis.call('LLEN', KEYS[4])
        local function is_name(text) return text and #text <= 64 and string.find(text, '^[%w_-]+$') ~= nil end
        local found_epoch = epoch and (is_name(epoch) and epoch or '?') or ''
        local function find_loss()
          if not epoch then
            if seen_epoch ~= '' then return 'Empty' end
            if flags + changed + entries > 0 then return 'Damaged' end
            return nil
          end
          if schema and schema > reads_schema then return 'NewerSchema' end
          if not (version and version < max_number and base and count and schema and is_name(epoch) and is_name(stamp)) then return 'Damaged' end
          if flags ~= count or changed ~= count or entries ~= version - base then return 'Damaged' end
          if seen_epoch == '' then return nil end
          if seen_epoch ~= epoch then
            if redis.call('HEXISTS', KEYS[5], seen_epoch) == 1 then return nil end
            return 'OtherEpoch'
          end
          if version < seen_version then return 'LowerVersion' end
          if seen_version <= base then return nil end
          local entry = redis.call('LINDEX', KEYS[4], seen_version - base - 1)
          if not entry or string.sub(entry, 1, string.len(seen_stamp)) ~= seen_stamp then return 'OtherHistory' end
          return nil
        end
        local loss = find_loss()
        version, base, count = version or 0, base or 0, count or 0

        """;
}
