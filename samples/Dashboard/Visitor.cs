namespace Aurum.Samples.Dashboard;

/// <summary>Who looks at the dashboard, as the page sends it.</summary>
/// <param name="Id">The user's id; empty for a visitor who is not signed in.</param>
internal sealed record Visitor(string? Id, string? Role, int? Age, string? Plan, int? Orders)
{
    /// <summary>The typed context that was generated from the manifest.</summary>
    public FeatureContext ToContext() => new()
    {
        UserId = Id ?? "",
        UserRole = Role,
        UserAge = Age,
        UserOrders = Orders,
        TenantPlan = Plan,
    };
}
