namespace Aurum.FlagGen;

/// <summary>The part of a layer that a test owns, so that tests of one layer never share a unit.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="From">Where the part begins, in percent (included).</param>
/// <param name="To">Where it ends, in percent (excluded).</param>
public sealed record ExperimentLayer(string Name, double From, double To)
{
    /// <summary>Members that this version of the library does not know, as a JSON object.</summary>
    internal string? UnknownMembers { get; init; }
}
