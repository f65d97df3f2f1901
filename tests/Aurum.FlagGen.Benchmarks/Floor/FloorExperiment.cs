using Aurum.FlagGen.Benchmarks.Manifests;

namespace Aurum.FlagGen.Benchmarks.Floor;

/// <summary>S4 by hand: one bucket against cumulative thresholds that were computed before.</summary>
/// <param name="salt">The flag's key.</param>
internal sealed class FloorExperiment(string salt)
{
    private readonly byte[] _prefix = FloorBucket.Prefix(salt);
    private readonly uint[] _ends = Ends();

    /// <summary>The arm's position.</summary>
    public int Arm(FloorContext context)
    {
        uint bucket = FloorBucket.Of(_prefix, context.UserId, FloorBucket.SplitSeed);
        uint[] ends = _ends;
        for (int i = 0; i < ends.Length; i++)
        {
            if (bucket < ends[i])
            {
                return i;
            }
        }

        return ends.Length - 1;
    }

    private static uint[] Ends()
    {
        uint[] ends = new uint[FlagFacts.Arms.Count];
        uint sum = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            sum += (uint)FlagFacts.Arms[i].Weight * 1_000;
            ends[i] = sum;
        }

        return ends;
    }
}
