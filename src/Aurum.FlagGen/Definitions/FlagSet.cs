using System.Collections.ObjectModel;

namespace Aurum.FlagGen;

/// <summary>Everything that a store holds for one application, at one instant.</summary>
public sealed record FlagSet
{
    /// <summary>Changes whenever anything in the set does; its form is the store's own.</summary>
    public required string Version { get; init; }

    /// <summary>The flags.</summary>
    public required IReadOnlyList<FeatureFlag> Flags { get; init; }

    /// <summary>The segments beside the predefined ones, and predefined ones that were given conditions.</summary>
    public IReadOnlyList<UserSegment> Segments { get; init; } = [];

    /// <summary>The layers of experiments.</summary>
    public IReadOnlyList<FlagLayer> Layers { get; init; } = [];

    /// <summary>Keys of flags that are there but whose definition cannot be read, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Unreadable { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
