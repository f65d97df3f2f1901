using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Tests whose parts of one layer overlap, so that somebody is in two of them.</summary>
internal static class LayerOverlaps
{
    public static IEnumerable<FlagFault> Find(IReadOnlyList<FeatureFlag> definitions)
    {
        Dictionary<string, LayerRanges> layers = new(StringComparer.Ordinal);
        foreach (FeatureFlag definition in definitions)
        {
            if (definition.AbTest?.Layer is not { } part)
            {
                continue;
            }

            if (!layers.TryGetValue(part.Name, out LayerRanges? ranges))
            {
                layers.Add(part.Name, ranges = new LayerRanges());
            }

            LayerRange range = new(definition.Key, Buckets.FromPercentage(part.From), Buckets.FromPercentage(part.To));
            if (ranges.FindOverlap(range) is { } other)
            {
                yield return new FlagFault(definition.Key, null, $"Its test's part of the layer '{part.Name}' overlaps that of flag '{other.FlagKey}', so that some units are in both tests.");
            }
            else
            {
                ranges.Add(range);
            }
        }
    }
}
