namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>A place where no server is.</summary>
internal static class Unreachable
{
    public static string Configuration => $"127.0.0.1:{FreePort.Find()}";
}
