using Aurum.FlagGen.Benchmarks.Manifests;

namespace Aurum.FlagGen.Benchmarks.Floor;

/// <summary>The flags of the scenarios, held by one reference that a change would replace: flags that cannot change would be constants, and no floor for flags that can.</summary>
internal static class FloorFlags
{
    private static volatile FloorSnapshot s_current = new(FlagPlan.ForScenarios());

    /// <summary>What the process answers from now; the timed flags stand first in their arrays.</summary>
    public static FloorSnapshot Current => s_current;
}
