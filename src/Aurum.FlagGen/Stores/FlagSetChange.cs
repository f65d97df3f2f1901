namespace Aurum.FlagGen;

/// <summary>The news that a store's flags have changed.</summary>
/// <param name="Version">The version of the whole set after the change.</param>
public sealed record FlagSetChange(string Version);
