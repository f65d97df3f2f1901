using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>A flag-wide experiment.</summary>
public sealed record AbTestConfiguration
{
    /// <summary>The arms in order; their weights sum to 100.</summary>
    public required IReadOnlyList<VariantWeight> Variants { get; init => field = ValueList<VariantWeight>.Of(value); }

    /// <summary>The arm against which the others are measured, and which everybody gets while the test does not run.</summary>
    public required string ControlVariant { get; init; }

    /// <summary>The names of the events that count for this test.</summary>
    public IReadOnlyList<string> TrackEvents { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>From when the test runs (included).</summary>
    /// <value>Default: null, since ever.</value>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Until when the test runs (excluded). A past date is accepted.</summary>
    /// <value>Default: null, for ever.</value>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Replaces the flag's targeting key attribute for the test.</summary>
    public string? BucketBy { get; init; }

    /// <summary>Replaces the flag's salt for the test.</summary>
    public string? Salt { get; init; }

    /// <summary>The part of a layer to which the test is confined.</summary>
    public ExperimentLayer? Layer { get; init; }

    /// <summary>Members that this version of the library does not know, as a JSON object.</summary>
    internal string? UnknownMembers { get; init; }
}
