using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Counts the regular expressions of a flag or a segment against their limit.</summary>
internal sealed class PatternBudget
{
    public int Used { get; private set; }

    /// <summary>Takes one; false past the limit.</summary>
    public bool TryTake() => ++Used <= ManifestLimits.Patterns;
}
