namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>Something that is only true of a cold process, so that it is measured once in each of several.</summary>
internal interface IProbe
{
    /// <summary>The figure's name; the number of flags is added to it.</summary>
    string Name { get; }

    /// <summary>How many flags it is measured with.</summary>
    /// <param name="full">Whether the run has the time for the slow ones.</param>
    IReadOnlyList<int> Sizes(bool full);

    /// <summary>Measures once, and throws where the result is wrong.</summary>
    /// <param name="flags">How many flags.</param>
    /// <param name="manifest">The path of a manifest with that many flags.</param>
    ProbeMeasurement Measure(int flags, string manifest);
}
