using System.Globalization;
using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Generated;
using Aurum.FlagGen.Benchmarks.Manifests;

namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>Users on both sides of every condition, by whom floor and ours are compared before they are timed.</summary>
internal static class Users
{
    private const int Count = 5_000;

    private static readonly string[] Roles = ["premium", "member", "admin"];
    private static readonly string[] Countries = ["DE", "US", "FR", "ZA", "us"];
    private static readonly string[] Emails = ["someone@example.com", "test-7@example.com", "someone@example.org"];
    private static readonly string[] Versions = ["4.7.2", "5.0", "5.0.0.1", "4", "not a version"];

    /// <summary>The user for whom the scenarios are timed.</summary>
    public static FloorContext Timed() => new()
    {
        UserId = FlagFacts.UserId,
        UserRole = FlagFacts.UserRole,
        UserAge = FlagFacts.UserAge,
        UserCountry = FlagFacts.UserCountry,
        UserEmail = FlagFacts.UserEmail,
        AppVersion = FlagFacts.AppVersion,
    };

    /// <summary>A user in the generated context.</summary>
    public static FeatureContext Typed(FloorContext user) => new()
    {
        UserId = user.UserId,
        UserRole = user.UserRole,
        UserAge = user.UserAge,
        UserCountry = user.UserCountry,
        UserEmail = user.UserEmail,
        AppVersion = user.AppVersion,
    };

    /// <summary>A user as a dictionary.</summary>
    public static Dictionary<string, object?> Dictionary(FloorContext user)
    {
        Dictionary<string, object?> attributes = new(StringComparer.Ordinal)
        {
            [FlagFacts.UserIdPath] = user.UserId,
            [FlagFacts.UserRolePath] = user.UserRole,
            ["user.age"] = user.UserAge,
            ["user.country"] = user.UserCountry,
            ["user.email"] = user.UserEmail,
            ["app.version"] = user.AppVersion,
        };
        return attributes;
    }

    /// <summary>Many others, the same at every run; some have no role, some a name outside ASCII.</summary>
    public static IEnumerable<FloorContext> Many()
    {
        for (int i = 0; i < Count; i++)
        {
            string name = i % 11 == 0 ? "ユーザー" : "user-";
            yield return new FloorContext
            {
                UserId = name + i.ToString(CultureInfo.InvariantCulture),
                UserRole = i % 7 == 0 ? null : Roles[i % Roles.Length],
                UserAge = i % 13 == 0 ? null : i % 90,
                UserCountry = i % 17 == 0 ? null : Countries[i % Countries.Length],
                UserEmail = i % 19 == 0 ? null : Emails[i % Emails.Length],
                AppVersion = i % 23 == 0 ? null : Versions[i / 3 % Versions.Length],
            };
        }
    }
}
