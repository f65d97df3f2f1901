using System.Globalization;
using Aurum.FlagGen.Benchmarks.Manifests;

namespace Aurum.FlagGen.Benchmarks.Peer;

/// <summary>The planned flags in Microsoft.FeatureManagement's schema, as configuration pairs.</summary>
/// <remarks>
/// It has no conditions on attributes: a role becomes a group of its targeting filter. Five rules become five groups, of which the user is in the last,
/// the nearest thing that needs no filter written by its user, and less work than S3 asks of the others.
/// </remarks>
internal static class PeerConfiguration
{
    private const string Root = "feature_management:feature_flags";
    private const string TargetingFilter = "Microsoft.Targeting";

    private static readonly string[] RulesGroups = ["launch-countries", "seniors", "new-clients", "test-accounts", LastGroup];

    /// <summary>The group that stands for the fifth rule.</summary>
    public const string LastGroup = "customers-of-age";

    public static Dictionary<string, string?> Write(IReadOnlyList<PlannedFlag> flags)
    {
        Dictionary<string, string?> pairs = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < flags.Count; i++)
        {
            WriteFlag(pairs, string.Create(CultureInfo.InvariantCulture, $"{Root}:{i}"), flags[i]);
        }

        return pairs;
    }

    private static void WriteFlag(Dictionary<string, string?> pairs, string path, PlannedFlag flag)
    {
        pairs[$"{path}:id"] = flag.Key;
        pairs[$"{path}:enabled"] = "true";
        switch (flag.Kind)
        {
            case FlagKind.Rollout:
                WriteGroups(pairs, path, [FlagFacts.RolloutRole], FlagFacts.RolloutPercentage);
                break;
            case FlagKind.Rules:
                WriteGroups(pairs, path, RulesGroups, 100);
                break;
            case FlagKind.Experiment:
                WriteVariants(pairs, path);
                break;
            default:
                break;
        }
    }

    private static void WriteGroups(Dictionary<string, string?> pairs, string path, IReadOnlyList<string> groups, int percentage)
    {
        string filter = $"{path}:conditions:client_filters:0";
        pairs[$"{filter}:name"] = TargetingFilter;
        for (int i = 0; i < groups.Count; i++)
        {
            string group = string.Create(CultureInfo.InvariantCulture, $"{filter}:parameters:Audience:Groups:{i}");
            pairs[$"{group}:Name"] = groups[i];
            pairs[$"{group}:RolloutPercentage"] = percentage.ToString(CultureInfo.InvariantCulture);
        }

        pairs[$"{filter}:parameters:Audience:DefaultRolloutPercentage"] = "0";
    }

    private static void WriteVariants(Dictionary<string, string?> pairs, string path)
    {
        int from = 0;
        for (int i = 0; i < FlagFacts.Arms.Count; i++)
        {
            (string name, int weight) = FlagFacts.Arms[i];
            pairs[string.Create(CultureInfo.InvariantCulture, $"{path}:variants:{i}:name")] = name;
            string share = string.Create(CultureInfo.InvariantCulture, $"{path}:allocation:percentile:{i}");
            pairs[$"{share}:variant"] = name;
            pairs[$"{share}:from"] = from.ToString(CultureInfo.InvariantCulture);
            from += weight;
            pairs[$"{share}:to"] = from.ToString(CultureInfo.InvariantCulture);
        }
    }
}
