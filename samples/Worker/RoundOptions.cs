namespace Aurum.Samples.Worker;

/// <param name="IsOnce">Whether the program ends after one round.</param>
internal sealed record RoundOptions(bool IsOnce);
