using StackExchange.Redis;

namespace Aurum.FlagGen.Redis;

/// <summary>Where the flags are in Redis, and how an application follows them.</summary>
public sealed class RedisStoreOptions
{
    /// <summary>The servers, as StackExchange.Redis reads them: <c>redis-1:6379,redis-2:6379,password=…</c>. Either this or <see cref="Connect"/> is required.</summary>
    /// <remarks>
    /// An unreachable server never ends the application and commands never queue up while it is away, whatever the text says. Processes hear of each other's
    /// changes where they have the same <c>channelPrefix</c>; all others find them by asking.
    /// </remarks>
    public string? Configuration { get; set; }

    /// <summary>Makes the connection, for an application that shares one or sets it up in code. The store does not dispose it.</summary>
    /// <remarks>It is called again after it threw, and after the application has closed what it gave. Set <c>AbortOnConnectFail</c> to false and <c>BacklogPolicy</c> to <c>FailFast</c> on it: otherwise a store that is away ends the start, and writes wait for it.</remarks>
    public Func<CancellationToken, Task<IConnectionMultiplexer>>? Connect { get; set; }

    /// <summary>The name that sets the flags of one application and environment apart: 1 to 100 ASCII letters, digits, <c>.</c>, <c>_</c>, <c>-</c> and <c>:</c>. Required.</summary>
    /// <remarks>All keys of a namespace lie in one slot of a cluster.</remarks>
    public string Namespace { get; set; } = "";

    /// <summary>How often the store is asked whether a change went unheard. Each wait is up to a fifth shorter or longer, so that processes do not ask in step.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The shortest time between two notices of change. Of a burst of changes the first is told at once, the others together.</summary>
    /// <value>Default: 20 milliseconds.</value>
    public TimeSpan BurstInterval { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long one question to the store may take.</summary>
    /// <value>Default: 2 seconds.</value>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a write may take, with the attempts to find out what became of one that was not answered.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What the application starts with.</summary>
    /// <value>Default: <see cref="RedisStartupMode.WaitForStore"/>.</value>
    public RedisStartupMode Startup { get; set; }

    /// <summary>How long the first load may wait for the store, unless <see cref="Startup"/> is <see cref="RedisStartupMode.ManifestDefaults"/>.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan StartupTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A file for the last flags that the store gave. Only its owner may read it; it is replaced in one step after each load that changed something.</summary>
    /// <value>Default: null, none. <see cref="RedisStartupMode.LastKnownGood"/> requires it.</value>
    public string? LastKnownGoodFile { get; set; }

    /// <summary>How much of the audit log is kept. With each change the oldest entries beyond it go; the store logs when that begins.</summary>
    /// <value>100 to 10,000,000 entries, each for an hour or longer. Default: 100,000 entries of any age.</value>
    /// <remarks>What a process has seen is compared with the log: where its entry is gone, a loss of data shows in the epoch and the version alone.</remarks>
    public AuditRetention AuditRetention { get; set; } = new() { MaxEntries = 100_000 };

    internal RedisStoreOptions Copy() => (RedisStoreOptions)MemberwiseClone();
}
