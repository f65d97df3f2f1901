using Aurum.FlagGen.Manifest.Checking;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Engine;

/// <summary>Logs a decision rule by rule. Of a sensitive flag no value is logged, and of no flag an attribute.</summary>
internal static class DecisionLog
{
    public static void Write(ILogger logger, FlagExplanation explanation)
    {
        foreach (RuleExplanation rule in explanation.Rules)
        {
            if (rule.Matched)
            {
                Log.RuleMatches(logger, explanation.Key, rule.Index, rule.Name);
            }
            else
            {
                Log.RuleFails(logger, explanation.Key, rule.Index, rule.Name, rule.Because ?? "");
            }
        }

        if (explanation.IsSensitive)
        {
            Log.DecidedSensitive(logger, explanation.Key, explanation.Reason);
        }
        else
        {
            Log.Decided(logger, explanation.Key, Phrases.Shorten(explanation.Value.ToJson()), explanation.Reason);
        }
    }
}
