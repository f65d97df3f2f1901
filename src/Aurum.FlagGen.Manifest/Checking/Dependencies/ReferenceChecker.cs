using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The segments and the other flags that a rule or its rollout plan names.</summary>
internal sealed class ReferenceChecker(CheckContext check, ScalarChecker scalars)
{
    public void CheckSegments(string member, JsonNode? list)
    {
        foreach (JsonNode name in scalars.Texts(member, list))
        {
            if (!check.Names.HasSegment(name.Text))
            {
                check.Report(
                    ManifestRules.UndeclaredSegment, name.Range, Phrases.Quote(name.Text),
                    check.Suggest(name.Text, check.Names.SegmentNames, "declare it under 'segments'"));
            }
        }
    }

    /// <param name="flagKey">The flag that names the others.</param>
    /// <param name="named">Takes those that are known.</param>
    /// <param name="member">The list's name.</param>
    /// <param name="list">The list.</param>
    /// <returns>The keys that are named, known or not.</returns>
    public IReadOnlyList<JsonNode> CheckFlags(string flagKey, List<FlagReference> named, string member, JsonNode? list)
    {
        IReadOnlyList<JsonNode> keys = scalars.Texts(member, list);
        foreach (JsonNode key in keys)
        {
            if (key.Text == flagKey || check.Names.HasFlag(key.Text))
            {
                named.Add(new FlagReference(key.Text, key.Range));
            }
            else
            {
                check.Report(
                    ManifestRules.UndeclaredFlag, key.Range, Phrases.Quote(key.Text), member, check.Suggest(key.Text, check.Names.FlagKeys, "declare it under 'flags'"));
            }
        }

        return keys;
    }

    /// <summary>A flag cannot be on and off at once.</summary>
    public void CheckContradiction(IEnumerable<JsonNode> required, IReadOnlyList<JsonNode> excluded)
    {
        if (excluded.Count == 0)
        {
            return;
        }

        HashSet<string> keys = new(required.Select(static key => key.Text), StringComparer.Ordinal);
        foreach (JsonNode key in excluded)
        {
            if (keys.Contains(key.Text))
            {
                check.Report(ManifestRules.Contradiction, key.Range, Phrases.Quote(key.Text));
            }
        }
    }
}
