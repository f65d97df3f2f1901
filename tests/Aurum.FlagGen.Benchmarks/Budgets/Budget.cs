namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>What one figure may cost.</summary>
/// <param name="Title">What is measured, for readers.</param>
/// <param name="Ours">The product's figure.</param>
/// <param name="Floor">The figure that it is compared with, or null.</param>
/// <param name="Peer">Microsoft.FeatureManagement's figure, or null.</param>
/// <param name="Kind">What is limited.</param>
/// <param name="Limit">The limit.</param>
/// <param name="MaxBytes">What it may allocate, or keep, besides; null for no limit.</param>
internal sealed record Budget(string Title, string Ours, string? Floor, string? Peer, BudgetKind Kind, double Limit, long? MaxBytes = null);
