using System.Reflection;
using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>
/// A connection that comes when it is not waited for any more. It knows how many handlers its events have.
/// </summary>
public class LateConnection : DispatchProxy
{
    public int Handlers { get; private set; }

    public static LateConnection Make(out IConnectionMultiplexer multiplexer)
    {
        multiplexer = Create<IConnectionMultiplexer, LateConnection>();
        return (LateConnection)multiplexer;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        string name = targetMethod!.Name;
        int change = name.StartsWith("add_", StringComparison.Ordinal) ? 1 : name.StartsWith("remove_", StringComparison.Ordinal) ? -1 : 0;
        Handlers = Math.Max(0, Handlers + change);
        return targetMethod.ReturnType == typeof(string) ? "" : null;
    }
}
