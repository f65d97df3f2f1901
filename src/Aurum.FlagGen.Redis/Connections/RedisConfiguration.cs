using StackExchange.Redis;

namespace Aurum.FlagGen.Redis.Connections;

/// <summary>What a configuration text says, and what in it the store cannot work with.</summary>
internal static class RedisConfiguration
{
    /// <summary>What the client itself sends; a server may know these by other names, which the text maps.</summary>
    private static readonly string[] Sent = ["EVAL", "EVALSHA", "LRANGE", "TYPE"];

    /// <summary>The servers, without passwords.</summary>
    public static string DescribeServers(ConfigurationOptions configuration) =>
        string.Join(", ", configuration.EndPoints.Select(static endpoint => EndPointCollection.ToString(endpoint)));

    /// <summary>What the client puts before each channel.</summary>
    public static string PrefixOf(ConfigurationOptions configuration) => (string?)configuration.ChannelPrefix ?? "";

    /// <summary>What the store cannot work with, one sentence each.</summary>
    /// <param name="text">The configuration.</param>
    public static IEnumerable<string> FaultsOf(string text)
    {
        ConfigurationOptions configuration;
        string? fault = null;
        try
        {
            configuration = ConfigurationOptions.Parse(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            // The text itself may hold a password.
            configuration = new ConfigurationOptions();
            fault = $"cannot be read: {exception.Message}";
        }

        if (fault is not null)
        {
            yield return fault;
            yield break;
        }

        if (configuration.EndPoints.Count == 0)
        {
            yield return "names no server; begin it with one, such as 'localhost:6379'.";
        }

        foreach ((string command, string name) in MappedCommands(configuration))
        {
            if (RedisRights.InScripts.Contains(command, StringComparer.Ordinal))
            {
                yield return $"maps {command} to '{name}', but the store's scripts call it on the server by its own name; take '${command}=' out, and let the server have the command.";
            }
            else if (name.Length == 0 && Sent.Contains(command, StringComparer.Ordinal))
            {
                yield return $"switches {command} off, which the store needs; take '${command}=' out.";
            }
        }
    }

    // The client tells of its map in the form in which it reads one: "$HGETALL=hga,$SUBSCRIBE=".
    private static IEnumerable<(string Command, string Name)> MappedCommands(ConfigurationOptions configuration)
    {
        foreach (string mapping in configuration.CommandMap.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = mapping.IndexOf('=', StringComparison.Ordinal);
            if (mapping[0] == '$' && equals > 0)
            {
                yield return (mapping[1..equals].ToUpperInvariant(), mapping[(equals + 1)..]);
            }
        }
    }
}
