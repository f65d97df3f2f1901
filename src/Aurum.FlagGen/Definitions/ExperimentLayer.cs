namespace Aurum.FlagGen;

/// <summary>The part of a layer that a test owns, so that tests of one layer never share a unit.</summary>
public sealed record ExperimentLayer
{
    /// <summary>Makes a share of a layer.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="from">Where the part begins, in percent (included).</param>
    /// <param name="to">Where it ends, in percent (excluded).</param>
    public ExperimentLayer(string name, double from, double to)
    {
        Name = name;
        From = from;
        To = to;
    }

    /// <summary>The layer's name.</summary>
    public string Name { get; init; }

    /// <summary>Where the part begins, in percent (included).</summary>
    public double From { get; init; }

    /// <summary>Where it ends, in percent (excluded).</summary>
    public double To { get; init; }

    /// <summary>Members that this version of the library does not know, as a JSON object.</summary>
    internal string? UnknownMembers { get; init; }
}
