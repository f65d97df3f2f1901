namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The segments that every manifest has; it may give conditions to all but <see cref="AllUsers"/>.</summary>
internal static class PredefinedSegments
{
    public const string AllUsers = "all_users";
    public const string PremiumUsers = "premium_users";
    public const string EnterpriseUsers = "enterprise_users";
    public const string BetaTesters = "beta_testers";
    public const string InternalUsers = "internal_users";
    public const string NewUsers = "new_users";
    public const string PowerUsers = "power_users";

    /// <summary>How long after <see cref="CreatedAtPath"/> somebody is a new user.</summary>
    public static readonly TimeSpan NewUserPeriod = TimeSpan.FromHours(30 * 24);

    public static readonly IReadOnlyList<string> Names =
        [AllUsers, PremiumUsers, EnterpriseUsers, BetaTesters, InternalUsers, NewUsers, PowerUsers];

    /// <summary>The attribute by which <see cref="NewUsers"/> is decided.</summary>
    public const string CreatedAtPath = "user.created_at";
}
