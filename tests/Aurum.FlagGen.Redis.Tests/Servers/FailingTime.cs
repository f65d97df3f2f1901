namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>A clock of the application's own that has nothing to give.</summary>
internal sealed class FailingTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("The clock is gone.");

    public override long GetTimestamp() => throw new InvalidOperationException("The clock is gone.");

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => throw new InvalidOperationException("The clock is gone.");
}
