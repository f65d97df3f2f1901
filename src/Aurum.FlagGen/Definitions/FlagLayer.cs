namespace Aurum.FlagGen;

/// <summary>A space of units that several tests divide among them.</summary>
public sealed record FlagLayer
{
    /// <summary>Makes a layer.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="salt">The salt of the layer's bucket.</param>
    /// <param name="holdout">How many percent at its end belong to no test.</param>
    public FlagLayer(string name, string salt, double holdout)
    {
        Name = name;
        Salt = salt;
        Holdout = holdout;
    }

    /// <summary>The layer's name.</summary>
    public string Name { get; init; }

    /// <summary>The salt of the layer's bucket.</summary>
    public string Salt { get; init; }

    /// <summary>How many percent at its end belong to no test.</summary>
    public double Holdout { get; init; }
}
