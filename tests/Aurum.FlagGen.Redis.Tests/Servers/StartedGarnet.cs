namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>The tests of one class share Garnet.</summary>
public sealed class StartedGarnet : Started<GarnetHost>
{
    protected override Task<GarnetHost> StartAsync() => Task.FromResult(GarnetHost.Start());
}
