using Aurum.FlagGen.Testing;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>Stores for tests: each test has a namespace of its own on a server that many share.</summary>
internal static class RedisStores
{
    public static string NewNamespace() => "test-" + Guid.NewGuid().ToString("N");

    public static RedisFeatureFlagStore Open(string? configuration, string name, Action<RedisStoreOptions>? configure = null, ILogger<RedisFeatureFlagStore>? logger = null, TimeProvider? clock = null)
    {
        RedisStoreOptions options = new()
        {
            Configuration = configuration,
            Namespace = name,

            // So long that a machine with ten times as much to do as it has processors keeps to it.
            ReadTimeout = TimeSpan.FromSeconds(30),
            WriteTimeout = TimeSpan.FromSeconds(60),
            StartupTimeout = TimeSpan.FromSeconds(60),
        };
        configure?.Invoke(options);
        return new RedisFeatureFlagStore(options, clock, logger);
    }

    public static FlagStoreSubject NewSubject(string configuration)
    {
        string name = NewNamespace();
        return new FlagStoreSubject(Open(configuration, name)) { OpenAnother = () => Open(configuration, name) };
    }

    public static FlagChange Change(string action = FlagActions.Update) => new() { Actor = "ada", Action = action };

    public static FeatureFlag Number(string key, int value) =>
        new() { Key = key, Type = FlagType.Integer, Status = FeatureFlagStatus.Enabled, DefaultValue = FlagValue.From(value) };

    public static FeatureFlag Flag(string key, string description = "A flag") => new() { Key = key, Description = description, Status = FeatureFlagStatus.Enabled };
}
