namespace Aurum.FlagGen;

/// <summary>A named value of a flag.</summary>
public sealed record FlagVariant
{
    /// <summary>Makes a variant.</summary>
    /// <param name="name">The name; begins with a letter.</param>
    /// <param name="value">The value; of a flag of type <see cref="FlagType.Variant"/>, the name itself.</param>
    public FlagVariant(string name, FlagValue value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name; begins with a letter.</summary>
    public string Name { get; init; }

    /// <summary>The value; of a flag of type <see cref="FlagType.Variant"/>, the name itself.</summary>
    public FlagValue Value { get; init; }
}
