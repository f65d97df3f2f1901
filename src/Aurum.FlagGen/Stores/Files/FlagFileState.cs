namespace Aurum.FlagGen.Stores;

/// <summary>What a store knows of its file.</summary>
/// <param name="Hash">The hash of the content that was seen last, sound or not; empty where there was none to see.</param>
/// <param name="Set">The last flags that could be read, with <see cref="FlagSet.Fault"/> where the content seen last is faulty; null where there never were any.</param>
/// <param name="Fault">Why the content seen last cannot be read, or null.</param>
/// <param name="Advice">A fault in single flags of a content that can be read, or null.</param>
internal sealed record FlagFileState(string Hash, FlagSet? Set, string? Fault, string? Advice);
