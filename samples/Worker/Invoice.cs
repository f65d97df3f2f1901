namespace Aurum.Samples.Worker;

/// <summary>An invoice that is due.</summary>
internal sealed record Invoice(string Customer, string Plan, int Lines);
