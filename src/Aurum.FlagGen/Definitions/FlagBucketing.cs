namespace Aurum.FlagGen;

/// <summary>Another system's bucket formula, for a flag that moves here and keeps its users' buckets.</summary>
public sealed record FlagBucketing
{
    /// <summary><c>microsoft</c>, <c>unleash</c>, <c>flagd</c>, <c>launchdarkly</c>, <c>growthbook</c> or <c>configcat</c>.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The other system's seed.</summary>
    /// <value>Default: null.</value>
    public string? Seed { get; init; }

    /// <summary>Into how many buckets the other system divides its units.</summary>
    /// <value>Default: null, which takes the algorithm's own.</value>
    public int? Resolution { get; init; }

    /// <summary>What stands for the flag's key in the hashed text.</summary>
    /// <value>Default: null, which takes the flag's key.</value>
    public string? Group { get; init; }

    /// <summary>The second part of the text that Microsoft's formula hashes.</summary>
    /// <value>Default: null, which takes the flag's key.</value>
    public string? Hint { get; init; }

    /// <summary>Members that this version of the library does not know, as a JSON object.</summary>
    internal string? UnknownMembers { get; init; }
}
