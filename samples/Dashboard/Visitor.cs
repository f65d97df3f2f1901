using System.Text.Json;

namespace Aurum.Samples.Dashboard;

/// <summary>Who looks at the page, as the page sends it.</summary>
/// <param name="Id">The user's id; empty for a visitor who is not signed in.</param>
internal sealed record Visitor(string? Id, string? Role, int? Age, string? Plan, int? Orders)
{
    private static readonly Dictionary<string, string> Constants = new()
    {
        [UserRoles.Admin] = $"{nameof(UserRoles)}.{nameof(UserRoles.Admin)}",
        [UserRoles.Moderator] = $"{nameof(UserRoles)}.{nameof(UserRoles.Moderator)}",
        [UserRoles.Member] = $"{nameof(UserRoles)}.{nameof(UserRoles.Member)}",
        [UserRoles.Premium] = $"{nameof(UserRoles)}.{nameof(UserRoles.Premium)}",
    };

    /// <summary>The typed context that was generated from the manifest.</summary>
    public FeatureContext ToContext() => new()
    {
        UserId = Id ?? "",
        UserRole = Role,
        UserAge = Age,
        UserOrders = Orders,
        TenantPlan = Plan,
    };

    /// <summary>The same as C#, in short.</summary>
    public string[] ToCode() =>
    [
        $"{nameof(FeatureContext.UserId)} = {JsonSerializer.Serialize(Id ?? "")},",
        .. Role is null ? Array.Empty<string>() : [$"{nameof(FeatureContext.UserRole)} = {Constants.GetValueOrDefault(Role, JsonSerializer.Serialize(Role))},"],
        .. Age is null ? Array.Empty<string>() : [$"{nameof(FeatureContext.UserAge)} = {Age},"],
    ];
}
