using Aurum.FlagGen.Redis.Connections;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Tests.Store;

public sealed class RedisFaultTests
{
    private static readonly RedisKeys Keys = new("shop");

    [Theory]
    [InlineData("LOADING Redis is loading the dataset in memory", "loading its data set")]
    [InlineData("READONLY You can't write against a read only replica. script: 4f", "is a replica")]
    [InlineData("OOM command not allowed when used memory > 'maxmemory'. script: 4f", "no memory left")]
    [InlineData("NOAUTH Authentication required.", "wants credentials")]
    [InlineData("WRONGPASS invalid username-password pair or user is disabled.", "refuses the credentials")]
    [InlineData("NOPERM this user has no permissions to run the 'evalsha' command", "+evalsha")]
    [InlineData("ERR The user executing the script can't run this command or subcommand script: 3a82, on @user_script:1.", "+hmget")]
    [InlineData("ERR The user executing the script can't access at least one of the keys mentioned in the command arguments", "~flaggen:{shop}:*")]
    [InlineData("ERR The user executing the script can't publish to the channel mentioned in the command", "&flaggen:{shop}:changes")]
    [InlineData("ERR ACL failure in script: User u has no permissions to run the 'hmget' command", "+hmget")]
    [InlineData("WRONGTYPE Operation against a key holding the wrong kind of value script: 4f", "another type")]
    [InlineData("ERR Lua encountered an error: WRONGTYPE Operation against a key holding the wrong kind of value.", "another type")]
    [InlineData("MISCONF Redis is configured to save RDB snapshots", "cannot save its data")]
    [InlineData("NOREPLICAS Not enough good replicas to write.", "too few replicas")]
    [InlineData("CLUSTERDOWN The cluster is down", "no server for the namespace's slot")]
    [InlineData("MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.", "without its primary")]
    [InlineData("MOVED 3999 127.0.0.1:6381", "has moved")]
    [InlineData("BUSY Redis is busy running a script.", "somebody else's script")]
    [InlineData("ERR unknown command 'EVALSHA'", "The server says: ERR unknown command 'EVALSHA'")]
    public void ServerError_EachKind_IsNamedAndCertain(string message, string expected)
    {
        RedisFault fault = RedisFault.Of(new RedisServerException(RedisErrorKind.Unknown, CommandFlags.None, message), Keys);

        fault.Sentence.ShouldContain(expected);
        fault.IsCertain.ShouldBeTrue();
    }

    [Fact]
    public void RefusedGreeting_IsOneOfRights()
    {
        RedisConnectionException greeting = new(
            ConnectionFailureType.UnableToConnect,
            CommandFlags.None,
            "No connection is active/available to service this operation: PING; SimpleError: NOPERM this user has no permissions to run the 'echo' command, mc: 1/1/0, clientName: x",
            null,
            CommandStatus.WaitingToBeSent);

        RedisFault fault = RedisFault.Of(greeting, Keys);

        fault.Sentence.ShouldContain("ACL SETUSER");
        fault.Sentence.ShouldContain("+@connection");
        fault.Sentence.ShouldNotContain("mc: ");
    }

    [Fact]
    public void NoAnswer_MayHaveBeenCarriedOut()
    {
        RedisFault.Of(new RedisTimeoutException(CommandFlags.None, "Timeout awaiting response", CommandStatus.Sent), Keys).IsCertain.ShouldBeFalse();
        RedisFault.Of(new RedisConnectionException(ConnectionFailureType.SocketClosed, CommandFlags.None, "SocketClosed", null, CommandStatus.Sent), Keys).IsCertain.ShouldBeFalse();
        RedisFault.Of(new RedisConnectionException(ConnectionFailureType.AuthenticationFailure, CommandFlags.None, "refused", null, CommandStatus.Unknown), Keys).IsCertain.ShouldBeTrue();
    }
}
