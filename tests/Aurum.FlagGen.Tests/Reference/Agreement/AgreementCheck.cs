using Aurum.FlagGen.Tests.Reference.Scenarios;

namespace Aurum.FlagGen.Tests.Reference.Agreement;

/// <summary>Puts the questions of a scenario to the engine and to the reference.</summary>
internal static class AgreementCheck
{
    /// <summary>The first question that they answer differently, or null.</summary>
    public static Disagreement? FindDisagreement(Scenario scenario)
    {
        ReferenceManifest manifest = new(scenario.Manifest);
        EngineAnswers engine = new(scenario.Manifest);
        foreach (Asking asking in scenario.Askings)
        {
            ReferenceEvaluator reference = new(manifest, asking.User, asking.Feature, asking.Now);
            foreach (string key in scenario.Keys)
            {
                ReferenceAnswer expected = reference.Evaluate(key);
                if (engine.Answer(key, asking).FirstOrDefault(answer => !AreSame(expected, answer)) is { } other)
                {
                    return new Disagreement(scenario.Manifest, key, asking, expected, other);
                }
            }
        }

        return null;
    }

    /// <summary>Whether two answers say the same; values are compared as JSON, not as text.</summary>
    public static bool AreSame(ReferenceAnswer left, ReferenceAnswer right) =>
        left with { Value = null } == right with { Value = null }
        && (left.Value is null ? right.Value is null : right.Value is not null && ReferenceJson.AreEqual(ReferenceJson.Parse(left.Value), ReferenceJson.Parse(right.Value)));
}
