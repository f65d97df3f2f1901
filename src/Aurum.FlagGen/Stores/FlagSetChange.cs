namespace Aurum.FlagGen;

/// <summary>The news that a store's flags have changed.</summary>
public sealed record FlagSetChange
{
    /// <summary>Makes a change.</summary>
    /// <param name="version">The version of the whole set after the change.</param>
    public FlagSetChange(string version)
    {
        Version = version;
    }

    /// <summary>The version of the whole set after the change.</summary>
    public string Version { get; init; }
}
