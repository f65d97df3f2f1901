using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen;

/// <summary>A named set of users.</summary>
public sealed record UserSegment
{
    /// <summary>The predefined segment of all users.</summary>
    public const string AllUsers = PredefinedSegments.AllUsers;

    /// <summary>The predefined segment of users with a premium subscription.</summary>
    public const string PremiumUsers = PredefinedSegments.PremiumUsers;

    /// <summary>The predefined segment of users with an enterprise subscription.</summary>
    public const string EnterpriseUsers = PredefinedSegments.EnterpriseUsers;

    /// <summary>The predefined segment of users who try what is new.</summary>
    public const string BetaTesters = PredefinedSegments.BetaTesters;

    /// <summary>The predefined segment of the company's own users.</summary>
    public const string InternalUsers = PredefinedSegments.InternalUsers;

    /// <summary>The predefined segment of users created within the last thirty days, by <c>user.created_at</c>.</summary>
    public const string NewUsers = PredefinedSegments.NewUsers;

    /// <summary>The predefined segment of very active users.</summary>
    public const string PowerUsers = PredefinedSegments.PowerUsers;

    /// <summary>The segment's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the segment is for.</summary>
    public string? Description { get; init; }

    /// <summary>Conditions, all of which must hold; without any, the segment has only members.</summary>
    public IReadOnlyList<FeatureFlagCondition> Conditions { get; init => field = ValueList<FeatureFlagCondition>.Of(value); } = ValueList<FeatureFlagCondition>.Empty;

    /// <summary>The <c>user_id</c>s that are always in, unless they are in <see cref="Exclude"/>.</summary>
    public IReadOnlyList<string> Include { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>The <c>user_id</c>s that are never in.</summary>
    public IReadOnlyList<string> Exclude { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;
}
