using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Which definitions stand in for which flags, within one scenario each.</summary>
internal sealed class StandIns
{
    private readonly Dictionary<string, List<StandIn>> _byFlag = new(StringComparer.Ordinal);

    /// <param name="flags">Definitions, those of scenarios among them.</param>
    public StandIns(IEnumerable<FeatureFlag> flags)
    {
        foreach (FeatureFlag flag in flags)
        {
            if (!ScenarioKey.TryParse(flag.Key, out ScenarioKey key) || ScenarioKey.TryParse(key.Flag, out _))
            {
                continue;
            }

            if (!_byFlag.TryGetValue(key.Flag, out List<StandIn>? standIns))
            {
                _byFlag.Add(key.Flag, standIns = []);
            }

            standIns.Add(new StandIn(key.Scenario, flag));
        }
    }

    /// <summary>Where there are no scenarios.</summary>
    public static StandIns None { get; } = new([]);

    public IReadOnlyList<StandIn> Of(string key) => _byFlag.TryGetValue(key, out List<StandIn>? standIns) ? standIns : [];
}
