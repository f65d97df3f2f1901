namespace Aurum.FlagGen.Manifest.CompileTime;

/// <summary>What one build says of one flag, such as <c>search.fuzzy=true</c>.</summary>
/// <param name="Key">The flag's key.</param>
/// <param name="Text">The value as it was written; null where there is no <c>=</c>.</param>
/// <param name="Value">The value, or null where it is neither true nor false.</param>
internal sealed record BuildOverride(string Key, string? Text, bool? Value);
