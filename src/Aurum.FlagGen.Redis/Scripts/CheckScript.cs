using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>Reads where the namespace stands and whether anything is lost, and no flag.</summary>
internal static class CheckScript
{
    private const string Text = LineageScript.Text + """
        if loss then return {'lost', loss, found_epoch, text(version)} end
        if not epoch then return {'nothing'} end
        return {'at', epoch, text(version), stamp}
        """;

    /// <param name="database">The database.</param>
    /// <param name="keys">The namespace.</param>
    /// <param name="seen">The latest position that the caller knows of.</param>
    /// <returns>Where the namespace stands, and what tells of a loss.</returns>
    public static async Task<(RedisPosition Position, RedisLoss? Loss)> RunAsync(IDatabase database, RedisKeys keys, RedisPosition seen)
    {
        RedisResult result = await database.ScriptEvaluateAsync(
            Text,
            [keys.Meta, keys.Flags, keys.Changed, keys.Audit, keys.Heirs],
            [seen.Epoch, seen.Version, seen.Stamp, LineageScript.Schema],
            CommandFlags.DemandMaster).ConfigureAwait(false);
        RedisResult[] reply = (RedisResult[])result!;
        return (string?)reply[0] switch
        {
            "nothing" => (RedisPosition.Nothing, null),
            "lost" => (new RedisPosition((string)reply[2]!, (long)reply[3], ""), Enum.Parse<RedisLoss>((string)reply[1]!)),
            _ => (new RedisPosition((string)reply[1]!, (long)reply[2], (string)reply[3]!), null),
        };
    }
}
