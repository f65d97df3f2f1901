namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>A read of what the same member has read before.</summary>
/// <param name="Read">The read.</param>
/// <param name="Earlier">The same reads that stand before it, in the order of the text.</param>
internal sealed record RepeatedRead(FlagRead Read, IReadOnlyList<FlagRead> Earlier);
