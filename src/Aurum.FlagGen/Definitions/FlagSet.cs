using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen;

/// <summary>Everything that a store holds for one application, at one instant.</summary>
public sealed record FlagSet
{
    /// <summary>Changes whenever anything in the set does; its form is the store's own.</summary>
    public required string Version { get; init; }

    /// <summary>The flags.</summary>
    public required IReadOnlyList<FeatureFlag> Flags { get; init => field = ValueList<FeatureFlag>.Of(value); }

    /// <summary>The segments beside the predefined ones, and predefined ones that were given conditions.</summary>
    public IReadOnlyList<UserSegment> Segments { get; init => field = ValueList<UserSegment>.Of(value); } = ValueList<UserSegment>.Empty;

    /// <summary>The layers of experiments.</summary>
    public IReadOnlyList<FlagLayer> Layers { get; init => field = ValueList<FlagLayer>.Of(value); } = ValueList<FlagLayer>.Empty;

    /// <summary>Keys of flags that are there but whose definition cannot be read, with the reason. The last good definition of one may be among <see cref="Flags"/>.</summary>
    public IReadOnlyDictionary<string, string> Unreadable { get; init => field = ValueMap<string>.Of(value); } = ValueMap<string>.Empty;

    /// <summary>Why the store could not read what it holds by now, where this is the last that it could read.</summary>
    /// <value>Default: null, the set is the store's present state.</value>
    public string? Fault { get; init; }

    /// <summary>Whether flags of scenarios stand in for others of the set.</summary>
    internal bool HasScenarios { get; init; }

    /// <summary>What the build would refuse in what the set's own manifest declares beside its flags.</summary>
    internal IReadOnlyList<string> DeclarationFaults { get; init; } = [];

    /// <summary>The context attributes that the set's own manifest declares; null where it declares none, or the store is not a manifest.</summary>
    internal IReadOnlyList<ManifestAttribute>? Context { get; init; }
}
