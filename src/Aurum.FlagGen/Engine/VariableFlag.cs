using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Engine;

/// <summary>A flag whose answer depends on who asks.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Position">Where among all flags it stands.</param>
/// <param name="IsStale">Whether its evaluations are marked as stale.</param>
internal readonly record struct VariableFlag(CompiledFlag Flag, int Position, bool IsStale);
