namespace Aurum.FlagGen;

/// <summary>By what a flag is known: two manifests may use one key, each in its own scope.</summary>
/// <param name="Scope">The scope of the manifest that declares the flag; null where no manifest does.</param>
/// <param name="Key">The flag's key.</param>
internal readonly record struct FlagIdentity(string? Scope, string Key);
