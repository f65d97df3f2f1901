using System.Globalization;
using System.Text;

namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>Prints each figure against its budget, as a table in Markdown.</summary>
internal static class BudgetReport
{
    private const string None = "–";

    public static string Write(IReadOnlyList<BudgetRow> rows)
    {
        StringBuilder text = new();
        text.Append("| figure | ours | floor | ratio | Microsoft.FeatureManagement | budget | met |\n|---|---|---|---|---|---|---|\n");
        foreach (BudgetRow row in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Budget.Title} | {Cell(row.Ours, "not measured")} | {Cell(row.Floor, None)} | {RatioCell(row)} | {Cell(row.Peer, None)} | {BudgetCell(row.Budget)} | {MetCell(row)} |\n");
        }

        return text.ToString();
    }

    private static string Cell(Figure? figure, string missing)
    {
        if (figure is null)
        {
            return missing;
        }

        string time = Quantity.Time(figure.Nanoseconds);
        return figure.Bytes is { } bytes ? $"{time}, {Quantity.Bytes(bytes)}" : time;
    }

    private static string RatioCell(BudgetRow row) =>
        row.Ratio is { } ratio ? (row.Budget.Floor is not null && IsSpeedUp(row.Budget) ? 1 / ratio : ratio).ToString("0.00#", CultureInfo.InvariantCulture) : None;

    /// <summary>The comparison beside S5 has no budget and is a gain all the same.</summary>
    private static bool IsSpeedUp(Budget budget) => budget.Ours.EndsWith("TwoThreads", StringComparison.Ordinal);

    private static string BudgetCell(Budget budget)
    {
        string? time = budget.Kind switch
        {
            BudgetKind.Nanoseconds => "≤ " + Quantity.Time(budget.Limit),
            BudgetKind.TimesFloor => string.Create(CultureInfo.InvariantCulture, $"≤ {budget.Limit:0.0#} × floor"),
            BudgetKind.SpeedUp => string.Create(CultureInfo.InvariantCulture, $"≥ {budget.Limit:0.0} × floor's rate"),
            _ => null,
        };
        return time is null ? None : budget.MaxBytes is { } bytes ? $"{time}, ≤ {Quantity.Bytes(bytes)}" : time;
    }

    private static string MetCell(BudgetRow row) => row.IsMet switch
    {
        true => "yes",
        false => "**no**",
        null => None,
    };
}
