using System.Globalization;
using Aurum.FlagGen.Redis.Connections;
using Microsoft.Extensions.Options;

namespace Aurum.FlagGen.Redis.Connections;

/// <summary>Finds everything that is wrong with the options, so that it can be put right in one go.</summary>
internal sealed class RedisStoreOptionsValidator : IValidateOptions<RedisStoreOptions>
{
    private const int LongestNamespace = 100;
    private const int FewestEntries = 100;
    private const int MostEntries = 10_000_000;

    // Every process has looked at the log several times by then, and noticed a loss by it.
    private static readonly TimeSpan ShortestAge = TimeSpan.FromHours(1);

    // What a timer takes.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    public ValidateOptionsResult Validate(string? name, RedisStoreOptions options)
    {
        IReadOnlyList<string> faults = FaultsOf(options);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>One sentence for each fault.</summary>
    public static IReadOnlyList<string> FaultsOf(RedisStoreOptions options)
    {
        List<string> faults = [];
        AddConnectionFaults(faults, options);
        if (options.Namespace is not { Length: >= 1 and <= LongestNamespace } || !options.Namespace.All(IsNameCharacter))
        {
            faults.Add($"{nameof(RedisStoreOptions)}.{nameof(options.Namespace)} is '{options.Namespace}'; give 1 to {LongestNamespace} ASCII letters, digits, '.', '_', '-' and ':'.");
        }

        if (options.Startup == RedisStartupMode.LastKnownGood && string.IsNullOrWhiteSpace(options.LastKnownGoodFile))
        {
            faults.Add($"{nameof(RedisStoreOptions)}.{nameof(options.Startup)} is {nameof(RedisStartupMode.LastKnownGood)}, but {nameof(options.LastKnownGoodFile)} names no file; name one.");
        }

        AddRetentionFaults(faults, options.AuditRetention);
        AddIfOutOfRange(faults, nameof(options.PollInterval), options.PollInterval);
        AddIfOutOfRange(faults, nameof(options.BurstInterval), options.BurstInterval);
        AddIfOutOfRange(faults, nameof(options.ReadTimeout), options.ReadTimeout);
        AddIfOutOfRange(faults, nameof(options.WriteTimeout), options.WriteTimeout);
        AddIfOutOfRange(faults, nameof(options.StartupTimeout), options.StartupTimeout);
        return faults;
    }

    private static void AddConnectionFaults(List<string> faults, RedisStoreOptions options)
    {
        if (options.Connect is not null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(options.Configuration))
        {
            faults.Add($"{nameof(RedisStoreOptions)}.{nameof(options.Configuration)} is empty; name the servers, such as 'localhost:6379', or set {nameof(options.Connect)}.");
            return;
        }

        faults.AddRange(RedisConfiguration.FaultsOf(options.Configuration).Select(static fault => $"{nameof(RedisStoreOptions)}.{nameof(options.Configuration)} {fault}"));
    }

    private static void AddRetentionFaults(List<string> faults, AuditRetention? retention)
    {
        const string Name = $"{nameof(RedisStoreOptions)}.{nameof(RedisStoreOptions.AuditRetention)}";
        if (retention is null)
        {
            faults.Add($"{Name} is null; say how many entries of the audit log are kept.");
            return;
        }

        if (retention.MaxEntries is not (>= FewestEntries and <= MostEntries))
        {
            faults.Add(FormattableString.Invariant(
                $"{Name}.{nameof(retention.MaxEntries)} is {retention.MaxEntries?.ToString(CultureInfo.InvariantCulture) ?? "null"}; give {FewestEntries} to {MostEntries}: the server keeps the log in its memory."));
        }

        if (retention.MaxAge < ShortestAge)
        {
            faults.Add($"{Name}.{nameof(retention.MaxAge)} is {retention.MaxAge}; give {ShortestAge} or longer, or null to keep entries of any age.");
        }
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-' or ':';

    private static void AddIfOutOfRange(List<string> faults, string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero || value > Longest)
        {
            faults.Add($"{nameof(RedisStoreOptions)}.{name} is {value}; give a time above zero and of at most {Longest.Days} days.");
        }
    }
}
