using Aurum.FlagGen.Benchmarks.Manifests;

namespace Aurum.FlagGen.Benchmarks.Floor;

/// <summary>S2 by hand: a role, then a threshold that was computed before.</summary>
/// <param name="salt">The flag's key.</param>
internal sealed class FloorRollout(string salt)
{
    private readonly byte[] _prefix = FloorBucket.Prefix(salt);
    private readonly string _role = FlagFacts.RolloutRole;
    private readonly uint _threshold = FlagFacts.RolloutPercentage * 1_000;

    public bool IsOn(FloorContext context) => IsOn(context.UserRole, context.UserId);

    public bool IsOn(string? role, string userId) =>
        string.Equals(role, _role, StringComparison.Ordinal) && FloorBucket.Of(_prefix, userId, FloorBucket.RolloutSeed) < _threshold;
}
