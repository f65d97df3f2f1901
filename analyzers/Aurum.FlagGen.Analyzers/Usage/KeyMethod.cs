namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>A method of the runtime that takes a flag's key as text.</summary>
/// <param name="KeyParameter">The key's position among the parameters.</param>
/// <param name="Kind">What the method does with the flag.</param>
internal sealed record KeyMethod(int KeyParameter, KeyMethodKind Kind);
