namespace Aurum.FlagGen;

/// <summary>A space of units that several tests divide among them.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Salt">The salt of the layer's bucket.</param>
/// <param name="Holdout">How many percent at its end belong to no test.</param>
public sealed record FlagLayer(string Name, string Salt, double Holdout);
