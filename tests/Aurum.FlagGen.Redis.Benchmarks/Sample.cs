using System.Globalization;

namespace Aurum.FlagGen.Redis.Benchmarks;

/// <summary>Times in milliseconds, and what they come to.</summary>
internal sealed class Sample
{
    private readonly List<double> _times = [];

    public void Add(double milliseconds) => _times.Add(milliseconds);

    public override string ToString()
    {
        double[] sorted = [.. _times.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"tenth {At(0.1):0.000} ms, median {At(0.5):0.000} ms, p99 {At(0.99):0.000} ms, of {sorted.Length}");

        double At(double part) => sorted[(int)(part * (sorted.Length - 1))];
    }
}
