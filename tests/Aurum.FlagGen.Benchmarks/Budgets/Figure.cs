namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>Something that was measured.</summary>
/// <param name="Name">The class and method, or the probe, with the number of flags where there are several.</param>
/// <param name="Nanoseconds">The median.</param>
/// <param name="Bytes">What an operation allocates, or what a probe keeps.</param>
internal sealed record Figure(string Name, double Nanoseconds, long? Bytes);
