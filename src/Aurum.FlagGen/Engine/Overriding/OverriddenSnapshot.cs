namespace Aurum.FlagGen.Engine;

/// <summary>A snapshot that was compiled with overrides in it.</summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="scopes">The scopes whose overrides are in it. They can be closed in any order, and each that is makes it invalid.</param>
internal sealed class OverriddenSnapshot(FlagSnapshot snapshot, FlagOverrideScope[] scopes)
{
    public FlagSnapshot Snapshot { get; } = snapshot;

    public bool IsValid => Array.TrueForAll(scopes, static scope => scope.IsOpen);
}
