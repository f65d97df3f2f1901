namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>An agreement on scenarios in which nothing happens would mean nothing.</summary>
public sealed class RandomScenariosTests
{
    [Fact]
    public void Scenarios_OfTheSameNumber_AreTheSame() => RandomScenarios.Write(7).Manifest.ShouldBe(RandomScenarios.Write(7).Manifest);

    [Fact]
    public void Scenarios_Together_ReachEveryKindOfAnswer()
    {
        Dictionary<string, int> counts = [];
        for (int number = 0; number < 300; number++)
        {
            Scenario scenario = RandomScenarios.Write(number);
            ReferenceManifest manifest = new(scenario.Manifest);
            foreach (Asking asking in scenario.Askings)
            {
                ReferenceEvaluator reference = new(manifest, asking.User, asking.Feature, asking.Now);
                foreach (ReferenceAnswer answer in scenario.Keys.Select(reference.Evaluate))
                {
                    string kind = $"{answer.Reason}{(answer.RuleIndex > 0 ? " later rule" : "")} {answer.Error} {(answer.IsOn ? "on" : "off")}";
                    counts[kind] = counts.GetValueOrDefault(kind) + 1;
                }
            }
        }

        string[] expected =
        [
            "STATIC  on", "STATIC  off", "DISABLED  on", "DISABLED  off", "DEFAULT  on", "DEFAULT  off", "DEFAULT TARGETING_KEY_MISSING on", "DEFAULT TARGETING_KEY_MISSING off",
            "TARGETING_MATCH  on", "TARGETING_MATCH  off", "TARGETING_MATCH later rule  on", "TARGETING_MATCH later rule  off", "SPLIT  on", "SPLIT  off", "SPLIT later rule  on",
            "SPLIT later rule  off", "ERROR FLAG_NOT_FOUND off", "ERROR PARSE_ERROR off",
        ];
        expected.Where(kind => counts.GetValueOrDefault(kind) < 30).ShouldBeEmpty();
    }
}
