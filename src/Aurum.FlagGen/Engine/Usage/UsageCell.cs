namespace Aurum.FlagGen.Engine.Usage;

/// <summary>What a cell counts: the evaluations of a flag that gave one result. It depends on no snapshot, so that a new one goes on counting where the former stopped.</summary>
/// <param name="Scope">The scope of the manifest that declares the flag; null where none does.</param>
/// <param name="Key">The flag's key; null where the cell is nobody's.</param>
/// <param name="Result">The result's name, or null where it has none.</param>
/// <param name="Next">The next cell of the table's chain, or -1.</param>
internal readonly record struct UsageCell(string? Scope, string? Key, string? Result, int Next);
