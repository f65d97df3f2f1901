using System.Text.Json.Nodes;
using Aurum.FlagGen.Tests.Reference.Scenarios;

namespace Aurum.FlagGen.Tests.Reference.Agreement;

/// <summary>Takes away from a disagreement, member by member and element by element, all that it does not need.</summary>
internal static class DisagreementShrinker
{
    // Lone surrogates cannot be written by the JSON tree; meanwhile private characters stand for them.
    private static readonly (string Surrogate, string Stand)[] Surrogates = [("\\ud800", "\\uE001"), ("a\\udc00", "a\\uE002"), ("\\udfff", "\\uE003")];

    public static Disagreement Shrink(Disagreement disagreement)
    {
        JsonObject tree = new()
        {
            ["manifest"] = Parse(disagreement.Manifest),
            ["user"] = Parse(disagreement.Asking.User),
            ["feature"] = Parse(disagreement.Asking.Feature),
        };
        Disagreement smallest = disagreement;
        bool hasShrunk = true;
        while (hasShrunk)
        {
            hasShrunk = false;
            for (int i = 0; Remove(tree, i) is { } candidate; i++)
            {
                while (candidate is not null && Check(candidate, disagreement) is { } smaller)
                {
                    tree = candidate;
                    smallest = smaller;
                    hasShrunk = true;
                    candidate = Remove(tree, i);
                }
            }
        }

        return smallest;
    }

    /// <summary>The disagreement that is left in a smaller tree, or null. Whatever the reference throws at a definition that lost what it needs is none.</summary>
    private static Disagreement? Check(JsonObject tree, Disagreement disagreement)
    {
        try
        {
            Asking asking = new(Write(tree["user"]!), Write(tree["feature"]!), disagreement.Asking.Now);
            Disagreement? smaller = AgreementCheck.FindDisagreement(new Scenario(Write(tree["manifest"]!), [disagreement.Key], [asking]));
            return smaller is not null && AreAlike(smaller.Reference, disagreement.Reference) && AreAlike(smaller.Engine, disagreement.Engine) ? smaller : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Fewer rules move a rule's position; all else has to stay, so that it is the same disagreement still.</summary>
    private static bool AreAlike(ReferenceAnswer left, ReferenceAnswer right) => left with { RuleIndex = null } == right with { RuleIndex = null };

    /// <summary>A copy without the member or element of that number, counted depth first; null where there are no more.</summary>
    private static JsonObject? Remove(JsonObject tree, int number)
    {
        JsonObject copy = (JsonObject)tree.DeepClone();
        foreach (JsonNode? part in copy.Select(static member => member.Value))
        {
            if (RemoveBelow(part, ref number))
            {
                return copy;
            }
        }

        return null;
    }

    private static bool RemoveBelow(JsonNode? node, ref int number)
    {
        int count = node switch
        {
            JsonObject members => members.Count,
            JsonArray elements => elements.Count,
            _ => 0,
        };
        for (int i = 0; i < count; i++)
        {
            if (number-- == 0)
            {
                RemoveAt(node!, i);
                return true;
            }

            if (RemoveBelow(node is JsonObject parent ? parent.GetAt(i).Value : node![i], ref number))
            {
                return true;
            }
        }

        return false;
    }

    private static void RemoveAt(JsonNode node, int index)
    {
        if (node is JsonObject parent)
        {
            parent.RemoveAt(index);
            return;
        }

        ((JsonArray)node).RemoveAt(index);
    }

    private static JsonNode Parse(string json) => JsonNode.Parse(Surrogates.Aggregate(json, static (text, pair) => text.Replace(pair.Surrogate, pair.Stand, StringComparison.Ordinal)))!;

    private static string Write(JsonNode node) => Surrogates.Aggregate(node.ToJsonString(), static (text, pair) => text.Replace(pair.Stand, pair.Surrogate, StringComparison.Ordinal));
}
