namespace Aurum.FlagGen.Definitions;

/// <summary>What a manifest's text gave.</summary>
/// <param name="set">The set; null where the manifest as a whole cannot be read.</param>
/// <param name="faults">What cannot be read.</param>
internal sealed class FlagSetReadResult(FlagSet? set, IReadOnlyList<FlagSetFault> faults)
{
    private static readonly FlagSet Nothing = new() { Version = "", Flags = [] };

    /// <summary>Whether the manifest as a whole could be read; single flags may be unreadable all the same.</summary>
    public bool IsReadable { get; } = set is not null;

    /// <summary>The set; empty where the manifest cannot be read.</summary>
    public FlagSet Set { get; } = set ?? Nothing;

    /// <summary>What cannot be read, in the order of the text.</summary>
    public IReadOnlyList<FlagSetFault> Faults { get; } = faults;
}
