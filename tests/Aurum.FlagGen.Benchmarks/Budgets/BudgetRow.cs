namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>A budget beside what was measured.</summary>
/// <param name="Budget">The budget.</param>
/// <param name="Ours">The product's figure; null where the benchmark was not run or failed.</param>
/// <param name="Floor">The floor's figure.</param>
/// <param name="Peer">The peer's figure.</param>
internal sealed record BudgetRow(Budget Budget, Figure? Ours, Figure? Floor, Figure? Peer)
{
    /// <summary>Our time as a multiple of the floor's.</summary>
    public double? Ratio => Ours is { } ours && Floor is { Nanoseconds: > 0 } floor ? ours.Nanoseconds / floor.Nanoseconds : null;

    /// <summary>Whether the budget is met; null where there is none, or nothing to hold against it.</summary>
    public bool? IsMet => Ours is null || Budget.Kind == BudgetKind.None ? null : MeetsTime() is { } time ? time && MeetsBytes() : null;

    public static BudgetRow Create(Budget budget, IReadOnlyDictionary<string, Figure> figures) =>
        new(budget, Find(budget.Ours, figures), Find(budget.Floor, figures), Find(budget.Peer, figures));

    private static Figure? Find(string? name, IReadOnlyDictionary<string, Figure> figures) =>
        name is null ? null : figures.GetValueOrDefault(name);

    private bool? MeetsTime() => Budget.Kind switch
    {
        BudgetKind.Nanoseconds => Ours!.Nanoseconds <= Budget.Limit,
        BudgetKind.TimesFloor => Ratio <= Budget.Limit,
        BudgetKind.SpeedUp => 1 / Ratio >= Budget.Limit,
        _ => null,
    };

    private bool MeetsBytes() => Budget.MaxBytes is not { } max || Ours!.Bytes <= max;
}
