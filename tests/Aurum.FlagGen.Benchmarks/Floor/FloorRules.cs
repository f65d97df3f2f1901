using System.Collections.Frozen;
using Aurum.FlagGen.Benchmarks.Manifests;

namespace Aurum.FlagGen.Benchmarks.Floor;

/// <summary>S3 by hand: five rules in their order, as one <c>if</c> after the other.</summary>
internal sealed class FloorRules
{
    private readonly FrozenSet<string> _countries = FlagFacts.LaunchCountries.ToFrozenSet(StringComparer.Ordinal);
    private readonly int _seniorAge = FlagFacts.SeniorAge;
    private readonly ulong _newClient = FloorVersion.TryParse(FlagFacts.NewClientVersion, out ulong version) ? version : ulong.MaxValue;
    private readonly string _testPrefix = FlagFacts.TestAccountPrefix;
    private readonly string _customerSuffix = FlagFacts.CustomerSuffix;
    private readonly int _adultAge = FlagFacts.AdultAge;

    public bool IsOn(FloorContext context)
    {
        if (context.UserCountry is { } country && _countries.Contains(country))
        {
            return true;
        }

        if (context.UserAge >= _seniorAge)
        {
            return true;
        }

        if (FloorVersion.TryParse(context.AppVersion, out ulong version) && version >= _newClient)
        {
            return true;
        }

        string? email = context.UserEmail;
        if (email is not null && email.StartsWith(_testPrefix, StringComparison.Ordinal))
        {
            return true;
        }

        return email is not null && email.EndsWith(_customerSuffix, StringComparison.Ordinal) && context.UserAge >= _adultAge;
    }
}
