using Aurum.FlagGen.Redis.Stored;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>Adds a batch of usage to what is there, once, however often it comes.</summary>
/// <remarks>
/// It shares nothing with the scripts of flags: usage counts in a namespace that has lost flags too, and a lost count is no loss of flags. Everything is read before
/// anything is written, so that a key of the wrong type stops it while it has done nothing. Counts are bounded as all numbers are; what is beyond begins anew.
/// </remarks>
internal static class UsageScript
{
    /// <summary>So many flags are kept: twice as many as a namespace may hold, so that none goes that still exists.</summary>
    public const int MaxFlags = 20_000;

    private const int MaxVariants = 100;

    // The last instant that a process can read, in Unix milliseconds.
    private const string Text = NumberScript.Text + """
        local last_instant = 253402300799999
        local sequence = tonumber(ARGV[1])
        local last = number(redis.call('GET', KEYS[3]) or '0') or 0
        redis.call('ZCARD', KEYS[2])
        redis.call('HLEN', KEYS[1])
        if sequence <= last then return 0 end
        local application, max_flags, max_variants = ARGV[2], tonumber(ARGV[4]), tonumber(ARGV[5])
        local i = 6
        while i <= #ARGV do
          local key, added, at, names = ARGV[i], tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3])
          i = i + 4
          local total, version, before, order, counts = 0, '', -1, {}, {}
          local stored = redis.call('HGET', KEYS[1], key)
          if stored then
            local row = 0
            for line in string.gmatch(stored .. '\n', '([^\n]*)\n') do
              row = row + 1
              if row == 1 then total = number(line) or 0
              elseif row == 2 then before = number(line) or -1
              elseif row == 3 then version = line
              else
                local blank = string.find(line, ' ', 1, true)
                local count = blank and number(string.sub(line, 1, blank - 1))
                if count then
                  order[#order + 1] = string.sub(line, blank + 1)
                  counts[order[#order]] = count
                end
              end
            end
          end
          for j = i, i + 2 * names - 1, 2 do
            local name, count = ARGV[j], tonumber(ARGV[j + 1])
            if counts[name] then
              counts[name] = counts[name] + count
            elseif #order < max_variants then
              order[#order + 1] = name
              counts[name] = count
            end
          end
          i = i + 2 * names
          if before > last_instant then before = -1 end
          if at >= before then
            before, version = at, application
            redis.call('ZADD', KEYS[2], text(at), key)
          end
          local lines = {text(total + added), text(before), version}
          for j = 1, #order do lines[#lines + 1] = text(counts[order[j]]) .. ' ' .. order[j] end
          redis.call('HSET', KEYS[1], key, table.concat(lines, '\n'))
        end
        local excess = redis.call('ZCARD', KEYS[2]) - max_flags
        if excess > 0 then
          local oldest = redis.call('ZRANGE', KEYS[2], '0', text(excess - 1))
          for j = 1, #oldest do
            redis.call('ZREM', KEYS[2], oldest[j])
            redis.call('HDEL', KEYS[1], oldest[j])
          end
        end
        redis.call('SET', KEYS[3], ARGV[1], 'EX', ARGV[3])
        return 1
        """;

    /// <summary>How long a process's last batch is known. Whoever could not send one for longer may count it twice.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <param name="database">The database.</param>
    /// <param name="keys">The namespace.</param>
    /// <param name="batch">What is added.</param>
    /// <param name="maxFlags">How many flags are kept; beyond them, those go that were evaluated longest ago.</param>
    /// <returns>Whether the batch was new.</returns>
    public static async Task<bool> RunAsync(IDatabase database, RedisKeys keys, FlagUsageBatch batch, int maxFlags = MaxFlags)
    {
        List<RedisValue> arguments = [batch.Sequence, StoredUsage.Escape(batch.ApplicationVersion), (long)Remembered.TotalSeconds, maxFlags, MaxVariants];
        foreach (FlagUsage flag in batch.Flags)
        {
            arguments.Add(flag.Key);
            arguments.Add(flag.Evaluations);
            arguments.Add(flag.LastEvaluated.ToUnixTimeMilliseconds());
            arguments.Add(flag.ByVariant.Count);
            foreach ((string name, long count) in flag.ByVariant)
            {
                arguments.Add(StoredUsage.Escape(name));
                arguments.Add(count);
            }
        }

        RedisResult result = await database.ScriptEvaluateAsync(
            Text, [keys.Usage, keys.UsageOrder, keys.UsageReporter(batch.Reporter)], [.. arguments], CommandFlags.DemandMaster).ConfigureAwait(false);
        return (bool)result;
    }
}
