using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>The graph of the flags that rules and rollout plans require and exclude.</summary>
internal sealed class ReferenceGraph(JsonElement manifest)
{
    public const int DeepestChain = 32;

    /// <summary>The flags that a rule needs: those that it requires, those that it excludes, and those that its plan requires.</summary>
    public static IEnumerable<string> NeededBy(JsonElement rule) =>
    [
        .. ReferenceJson.Texts(rule, "required_flags"),
        .. ReferenceJson.Texts(rule, "excluded_flags"),
        .. ReferenceJson.Texts(ReferenceJson.Member(rule, "rollout_plan"), "required_flags"),
    ];

    /// <summary>A rule is in a cycle when a flag that it needs leads back to the rule's own flag, over any rules, whatever their status.</summary>
    public bool IsInCycle(string flag, JsonElement rule) => NeededBy(rule).Any(needed => LeadsTo(needed, flag));

    /// <summary>A chain may be 32 flags long below the flag; a rule that makes it longer is at fault.</summary>
    public bool IsTooDeep(JsonElement rule) => NeededBy(rule).Any(needed => 1 + Depth(needed, []) > DeepestChain);

    /// <summary>The longest chain below a flag, itself not counted. Steps that lead back are no part of a chain.</summary>
    private int Depth(string flag, Dictionary<string, int> known)
    {
        if (!known.TryGetValue(flag, out int depth))
        {
            depth = RulesOf(flag)
                .SelectMany(NeededBy)
                .Where(needed => !LeadsTo(needed, flag))
                .Select(needed => 1 + Depth(needed, known))
                .DefaultIfEmpty(0)
                .Max();
            known[flag] = depth;
        }

        return depth;
    }

    private bool LeadsTo(string flag, string sought)
    {
        HashSet<string> reached = [];
        Queue<string> open = new([flag]);
        while (open.TryDequeue(out string? next))
        {
            if (next == sought)
            {
                return true;
            }

            if (reached.Add(next))
            {
                foreach (string needed in RulesOf(next).SelectMany(NeededBy))
                {
                    open.Enqueue(needed);
                }
            }
        }

        return false;
    }

    private IEnumerable<JsonElement> RulesOf(string flag) => ReferenceJson.Items(ReferenceJson.Member(ReferenceJson.Member(manifest, "flags"), flag), "rules");
}
