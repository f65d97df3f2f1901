using System.Reflection;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>A connection whose databases put a text before every key, as applications make one that share a server.</summary>
public class PrefixingConnection : DispatchProxy
{
    private IConnectionMultiplexer _inner = null!;
    private string _prefix = "";

    public static IConnectionMultiplexer Over(IConnectionMultiplexer inner, string prefix)
    {
        IConnectionMultiplexer proxy = Create<IConnectionMultiplexer, PrefixingConnection>();
        ((PrefixingConnection)proxy)._inner = inner;
        ((PrefixingConnection)proxy)._prefix = prefix;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        object? result = targetMethod!.Invoke(_inner, args);
        return result is IDatabase database ? database.WithKeyPrefix(_prefix) : result;
    }
}
