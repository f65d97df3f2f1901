namespace Aurum.FlagGen.Definitions;

/// <summary>The key of a flag that stands in for another within one scenario: <c>scenario:{scenario}:{flag}</c>.</summary>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Flag">The key of the flag that it stands in for.</param>
internal readonly record struct ScenarioKey(string Scenario, string Flag)
{
    /// <summary>The attribute of a context that names the scenario.</summary>
    public const string Attribute = "scenario_id";

    private const string Prefix = "scenario:";

    /// <returns>Whether the key is one of a scenario's flag. Nothing stands in for what stands in itself.</returns>
    public static bool TryParse(string key, out ScenarioKey parsed)
    {
        parsed = default;
        int end = key.StartsWith(Prefix, StringComparison.Ordinal) ? key.IndexOf(':', Prefix.Length) : -1;
        if (end <= Prefix.Length || end == key.Length - 1)
        {
            return false;
        }

        parsed = new ScenarioKey(key[Prefix.Length..end], key[(end + 1)..]);
        return true;
    }
}
