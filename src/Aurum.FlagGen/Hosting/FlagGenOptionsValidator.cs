using Aurum.FlagGen.Following;
using Aurum.FlagGen.Stores;
using Microsoft.Extensions.Options;

namespace Aurum.FlagGen.Hosting;

/// <summary>Finds everything that is wrong with the options, so that it can be put right in one go.</summary>
internal sealed class FlagGenOptionsValidator : IValidateOptions<FlagGenOptions>
{
    // What a timer takes.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    public ValidateOptionsResult Validate(string? name, FlagGenOptions options)
    {
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(options.Actor))
        {
            faults.Add($"{nameof(FlagGenOptions)}.{nameof(options.Actor)} is empty; give the name that the audit log shall show.");
        }
        else if (options.Actor.Length > WriteCheck.MaxActorLength)
        {
            faults.Add(FormattableString.Invariant($"{nameof(FlagGenOptions)}.{nameof(options.Actor)} has {options.Actor.Length:N0} characters; give at most {WriteCheck.MaxActorLength}."));
        }

        if (options.AuditRetention?.Fault is { } fault)
        {
            faults.Add($"{nameof(FlagGenOptions)}.{nameof(options.AuditRetention)}.{fault}");
        }

        AddIfOutOfRange(faults, nameof(options.StartupTimeout), options.StartupTimeout);
        AddIfOutOfRange(faults, nameof(options.RetryDelay), options.RetryDelay);
        AddIfOutOfRange(faults, nameof(options.MaxRetryDelay), options.MaxRetryDelay);
        if (options.MaxRetryDelay < options.RetryDelay)
        {
            faults.Add($"{nameof(FlagGenOptions)}.{nameof(options.MaxRetryDelay)} is {options.MaxRetryDelay}, which is less than {nameof(options.RetryDelay)}, {options.RetryDelay}; make it at least as long.");
        }

        AddIfOutOfRange(faults, nameof(options.UsageInterval), options.UsageInterval);
        AddIfOutOfRange(faults, nameof(options.UsageStopTimeout), options.UsageStopTimeout);
        if (options.ApplicationVersion is not { Length: <= ApplicationVersion.MaxLength } version || version.Any(char.IsControl))
        {
            faults.Add($"{nameof(FlagGenOptions)}.{nameof(options.ApplicationVersion)} is '{options.ApplicationVersion}'; give at most {ApplicationVersion.MaxLength} characters on one line.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void AddIfOutOfRange(List<string> faults, string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero || value > Longest)
        {
            faults.Add($"{nameof(FlagGenOptions)}.{name} is {value}; give a time above zero and of at most {Longest.Days} days.");
        }
    }
}
