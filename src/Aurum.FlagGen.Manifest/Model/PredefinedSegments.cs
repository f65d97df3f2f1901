namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The segments that every manifest has; it may give conditions to all but <see cref="AllUsers"/>.</summary>
internal static class PredefinedSegments
{
    public const string AllUsers = "all_users";
    public const string NewUsers = "new_users";

    /// <summary>How long after <see cref="CreatedAtPath"/> somebody is a new user.</summary>
    public static readonly TimeSpan NewUserPeriod = TimeSpan.FromHours(30 * 24);

    public static readonly IReadOnlyList<string> Names =
        [AllUsers, "premium_users", "enterprise_users", "beta_testers", "internal_users", NewUsers, "power_users"];

    /// <summary>The attribute by which <see cref="NewUsers"/> is decided.</summary>
    public const string CreatedAtPath = "user.created_at";

    public static bool Contains(string name) => Names.Contains(name, StringComparer.Ordinal);
}
