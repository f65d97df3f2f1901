namespace Aurum.FlagGen.Benchmarks.Manifests;

/// <summary>What the flags of each kind ask for, and the user who asks.</summary>
internal static class FlagFacts
{
    public const string UserIdPath = "user_id";
    public const string UserRolePath = "user.role";

    public const string RolloutRole = "premium";
    public const int RolloutPercentage = 50;

    public const int SeniorAge = 65;
    public const int AdultAge = 18;
    public const string NewClientVersion = "5.0.0";
    public const string TestAccountPrefix = "test-";
    public const string CustomerSuffix = "@example.com";

    /// <summary>
    /// Whom every scenario asks for: in the rollout's half, passed by the first four rules, matched by the last, and in the experiment's second arm.
    /// The id was chosen so that the peer, whose formula is another, decides the same.
    /// </summary>
    public const string UserId = "user-10019";
    public const string UserRole = RolloutRole;
    public const int UserAge = 34;
    public const string UserCountry = "DE";
    public const string UserEmail = "someone@example.com";
    public const string AppVersion = "4.7.2";

    /// <summary>The arm in which the user is.</summary>
    public const string UserArm = "compact";

    public static IReadOnlyList<string> LaunchCountries { get; } =
    [
        "US", "CA", "MX", "BR", "AR", "CL", "CO", "PE", "JP", "KR", "TW", "SG", "MY", "TH", "VN", "ID", "PH", "AU", "NZ", "ZA",
    ];

    /// <summary>The experiment's arms in their order, with their weights in percent.</summary>
    public static IReadOnlyList<(string Name, int Weight)> Arms { get; } = [("control", 50), ("compact", 30), ("wide", 20)];
}
