using System.Globalization;

namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>Writes times and sizes in the unit in which a person compares them.</summary>
internal static class Quantity
{
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => Number(nanoseconds) + " ns",
        < 1e6 => Number(nanoseconds / 1e3) + " µs",
        < 1e9 => Number(nanoseconds / 1e6) + " ms",
        _ => Number(nanoseconds / 1e9) + " s",
    };

    public static string Bytes(long bytes) => bytes switch
    {
        < 10_000 => bytes.ToString("N0", CultureInfo.InvariantCulture) + " B",
        < 1_000_000 => Number(bytes / 1e3) + " KB",
        _ => Number(bytes / 1e6) + " MB",
    };

    /// <summary>Three digits that mean something.</summary>
    private static string Number(double value) =>
        value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
