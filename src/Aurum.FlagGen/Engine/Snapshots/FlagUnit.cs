using System.Diagnostics.CodeAnalysis;
using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>Flags that were compiled together, so that they find each other and their segments by name. Immutable.</summary>
internal sealed class FlagUnit
{
    /// <summary>Every flag, in the store's order, then those that only manifests declare.</summary>
    public required CompiledFlag[] Flags { get; init; }

    /// <summary>Positions in <see cref="Flags"/> by key.</summary>
    public required Dictionary<string, int> Indexes { get; init; }

    /// <summary>The definitions, in the same order, those left out that cannot be read.</summary>
    public required IReadOnlyList<FeatureFlag> Definitions { get; init; }

    /// <summary>The declared flags by key, as the unit was compiled against them.</summary>
    public required IReadOnlyDictionary<string, FlagSlot> Declared { get; init; }

    public required FlagEnvironment Environment { get; init; }

    /// <summary>How many decisions evaluating all of <see cref="Flags"/> may have to remember, at most.</summary>
    public required int SharedCount { get; init; }

    /// <summary>What the store gave to the unit; null where it has no say.</summary>
    public required FlagSet? Set { get; init; }

    /// <summary>Keys that name flags of several manifests and that the store does not settle. Each answers with an error: any of the flags would be a guess.</summary>
    public required IReadOnlyDictionary<string, CompiledFlag> Contested { get; init; }

    /// <summary>Whether tests gave values to flags of the unit.</summary>
    public required bool IsOverridden { get; init; }

    public bool TryFind(string key, [NotNullWhen(true)] out CompiledFlag? flag)
    {
        flag = Indexes.TryGetValue(key, out int index) ? Flags[index] : Contested.GetValueOrDefault(key);
        return flag is not null;
    }
}
