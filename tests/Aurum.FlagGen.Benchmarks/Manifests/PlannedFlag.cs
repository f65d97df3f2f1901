namespace Aurum.FlagGen.Benchmarks.Manifests;

/// <summary>A flag of which ours, the floor and the peer each make their own form, so that all of them decide the same.</summary>
/// <param name="Key">The key, which is also the hash's salt.</param>
/// <param name="Kind">The flag's shape.</param>
internal sealed record PlannedFlag(string Key, FlagKind Kind);
