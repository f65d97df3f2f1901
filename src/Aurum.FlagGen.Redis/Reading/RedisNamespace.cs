using Aurum.FlagGen.Redis.Connections;
using Aurum.FlagGen.Redis.Scripts;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Reading;

/// <summary>Every command on one namespace. Each ends in time; what goes wrong is thrown as the client throws it.</summary>
internal sealed class RedisNamespace(RedisConnection connection, RedisStoreOptions options, TimeProvider timeProvider)
{
    private volatile RedisKeys _keys = new(options.Namespace, connection.ChannelPrefix);

    /// <summary>The keys, and the channel with the prefix of the connection that is there.</summary>
    public RedisKeys Keys
    {
        get
        {
            RedisKeys keys = _keys;
            return keys.ChannelPrefix == connection.ChannelPrefix ? keys : _keys = new RedisKeys(options.Namespace, connection.ChannelPrefix);
        }
    }

    public Task<ReadReply> ReadAsync(RedisPosition seen, RedisPosition loaded, CancellationToken cancellationToken) =>
        RunAsync(database => ReadScript.RunAsync(database, Keys, seen, loaded), cancellationToken);

    public Task<(RedisPosition Position, RedisLoss? Loss)> CheckAsync(RedisPosition seen, CancellationToken cancellationToken) =>
        RunAsync(database => CheckScript.RunAsync(database, Keys, seen), cancellationToken);

    public Task<WriteReply> WriteAsync(IDatabase database, RedisPosition seen, FlagWrite write) =>
        AnswerAsync(WriteScript.RunAsync(database, Keys, seen, write, options.AuditRetention), CancellationToken.None);

    public Task<string> RestoreAsync(RedisPosition seen, Restoration restoration, CancellationToken cancellationToken) =>
        RunAsync(database => RestoreScript.RunAsync(database, Keys, seen, restoration), cancellationToken);

    public Task<long> CountAuditAsync(CancellationToken cancellationToken) =>
        RunAsync(database => database.ListLengthAsync(Keys.Audit, CommandFlags.DemandMaster), cancellationToken);

    /// <summary>Entries of the audit log, oldest first.</summary>
    /// <param name="first">The position of the first, from 0.</param>
    /// <param name="last">The position of the last.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<RedisValue[]> ReadAuditAsync(long first, long last, CancellationToken cancellationToken) =>
        RunAsync(database => database.ListRangeAsync(Keys.Audit, first, last, CommandFlags.DemandMaster), cancellationToken);

    public Task<bool> AddUsageAsync(FlagUsageBatch batch, CancellationToken cancellationToken) =>
        RunAsync(database => UsageScript.RunAsync(database, Keys, batch), cancellationToken);

    public Task<HashEntry[]> ReadUsageAsync(CancellationToken cancellationToken) =>
        RunAsync(database => database.HashGetAllAsync(Keys.Usage, CommandFlags.DemandMaster), cancellationToken);

    /// <summary>Deletes what is not of the type that the store writes: no script can pass it.</summary>
    public Task DeleteForeignKeysAsync(CancellationToken cancellationToken) => RunAsync(
        async database =>
        {
            // What a newer version of the library has written may be of other types.
            if (await database.KeyTypeAsync(Keys.Meta, CommandFlags.DemandMaster).ConfigureAwait(false) == RedisType.Hash
                && await IsOfNewerSchemaAsync(database).ConfigureAwait(false))
            {
                return false;
            }

            (RedisKey Key, RedisType Type)[] expected =
            [
                (Keys.Meta, RedisType.Hash), (Keys.Flags, RedisType.Hash), (Keys.Changed, RedisType.SortedSet), (Keys.Audit, RedisType.List), (Keys.Heirs, RedisType.Hash),
                (Keys.Usage, RedisType.Hash), (Keys.UsageOrder, RedisType.SortedSet),
            ];
            foreach ((RedisKey key, RedisType type) in expected)
            {
                RedisType actual = await database.KeyTypeAsync(key, CommandFlags.DemandMaster).ConfigureAwait(false);
                if (actual != RedisType.None && actual != type)
                {
                    await database.KeyDeleteAsync(key, CommandFlags.DemandMaster).ConfigureAwait(false);
                }
            }

            return true;
        },
        cancellationToken);

    /// <summary>The database, if it answers as far as is known. What is thrown here was thrown before anything was written.</summary>
    public async Task<IDatabase> OpenForWritingAsync()
    {
        IDatabase database = await OpenAsync(CancellationToken.None).ConfigureAwait(false);
        if (!connection.IsConnected)
        {
            // The client says why, at once; and if the connection is there by now, the write may follow.
            await WithinAsync(database.PingAsync(CommandFlags.DemandMaster), CancellationToken.None).ConfigureAwait(false);
        }

        return database;
    }

    private async Task<bool> IsOfNewerSchemaAsync(IDatabase database) =>
        long.TryParse((string?)await database.HashGetAsync(Keys.Meta, "schema", CommandFlags.DemandMaster).ConfigureAwait(false), out long schema) && schema > LineageScript.Schema;

    private Task<IDatabase> OpenAsync(CancellationToken cancellationToken) => WithinAsync(connection.GetDatabaseAsync(), cancellationToken);

    private async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> command, CancellationToken cancellationToken)
    {
        IDatabase database = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await AnswerAsync(command(database), cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> AnswerAsync<T>(Task<T> command, CancellationToken cancellationToken)
    {
        T answer = await WithinAsync(command, cancellationToken).ConfigureAwait(false);
        connection.Reach();
        return answer;
    }

    private async Task<T> WithinAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        try
        {
            return await task.WaitAsync(options.ReadTimeout, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RedisConnectionException || (exception is TimeoutException && !connection.IsConnected))
        {
            connection.Miss();
            throw;
        }
    }
}
