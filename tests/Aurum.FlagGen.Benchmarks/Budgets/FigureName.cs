using System.Globalization;

namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>How figures are named, by whoever measures them and by the budgets.</summary>
internal static class FigureName
{
    public static string Of(string name, int flags) => string.Create(CultureInfo.InvariantCulture, $"{name}({flags})");
}
