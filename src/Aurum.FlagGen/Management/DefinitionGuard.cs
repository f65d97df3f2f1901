using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Management;

/// <summary>Refuses definitions that the build would refuse.</summary>
internal static class DefinitionGuard
{
    /// <summary>Checks a definition before it is written.</summary>
    /// <param name="before">The flag as it is; null where it is new, or cannot be read.</param>
    /// <param name="after">The flag as it shall be.</param>
    /// <param name="names">What it may name.</param>
    /// <param name="declared">The flag as a manifest declares it, or null.</param>
    /// <exception cref="FeatureFlagValidationException">The definition has faults that the flag did not have before.</exception>
    public static void Check(FeatureFlag? before, FeatureFlag after, StoreNames names, FeatureFlag? declared)
    {
        List<FeatureFlagError> errors = Errors(after, names);
        if (declared is not null && declared.Type != after.Type)
        {
            errors.Insert(0, new FeatureFlagError(
                ManifestRules.Value.Id,
                "/type",
                $"Flag '{after.Key}' is declared as {ManifestWords.FlagTypes.WordFor(declared.Type)} by a manifest in this application, and code relies on that; write \"type\": \"{ManifestWords.FlagTypes.WordFor(declared.Type)}\"."));
        }

        if (before is null && !names.IsUnreadable(after.Key) && names.StoredCount >= ManifestLimits.Flags)
        {
            errors.Add(new FeatureFlagError(
                ManifestRules.Limit.Id,
                "",
                FormattableString.Invariant($"Flag '{after.Key}' exceeds a limit: there are {names.StoredCount} flags already, and at most {ManifestLimits.Flags} are allowed; delete some that nobody asks for any more.")));
        }

        if (errors.Count > 0 && before is not null)
        {
            // What is wrong already does not stop a change elsewhere: above all, a flag can always be switched off.
            errors = [.. errors.Except(Errors(before, names))];
        }

        if (errors.Count > 0)
        {
            throw new FeatureFlagValidationException(after.Key, errors);
        }
    }

    private static List<FeatureFlagError> Errors(FeatureFlag flag, StoreNames names) =>
    [
        .. FlagDefinitionChecker.Check(flag.ToJson(), names).Errors
            .Where(static error => error.Rule.Severity == ManifestSeverity.Error)
            .Select(static error => new FeatureFlagError(error.Rule.Id, error.Pointer, error.Message)),
    ];
}
