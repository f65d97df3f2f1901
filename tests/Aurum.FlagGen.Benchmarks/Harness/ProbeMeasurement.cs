namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>What one cold process saw.</summary>
/// <param name="Nanoseconds">How long it took.</param>
/// <param name="KeptBytes">How much memory was still held after a full collection.</param>
internal sealed record ProbeMeasurement(double Nanoseconds, long? KeptBytes);
