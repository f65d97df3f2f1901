namespace Aurum.FlagGen.Benchmarks.Floor;

/// <summary>Who asks, as one would write it by hand for exactly these attributes.</summary>
internal sealed class FloorContext
{
    public required string UserId { get; init; }

    public string? UserRole { get; init; }

    public string? UserCountry { get; init; }

    public string? UserEmail { get; init; }

    public string? AppVersion { get; init; }

    public int? UserAge { get; init; }
}
