using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>The arms of a split or of a test.</summary>
internal static class ReferenceSplit
{
    /// <summary>The arms in the order in which they are written.</summary>
    public static (string Name, decimal Weight)[] Arms(JsonElement owner, string member) =>
        [.. ReferenceJson.Members(owner, member).Select(static arm => (arm.Name, ReferenceJson.Decimal(arm.Value)))];

    /// <summary>Weights are percentages, none below 0, that sum to 100, give or take a thousandth.</summary>
    public static bool IsSound((string Name, decimal Weight)[] arms) =>
        arms.All(static arm => arm.Weight >= 0) && Math.Abs(arms.Sum(static arm => arm.Weight) - 100) <= 0.001m;
}
