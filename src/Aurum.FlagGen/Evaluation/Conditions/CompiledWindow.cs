namespace Aurum.FlagGen.Evaluation;

/// <summary>A time from an instant (included) until another (excluded), in ticks of UTC.</summary>
internal readonly record struct CompiledWindow(long From, long Until)
{
    public static CompiledWindow Always { get; } = new(long.MinValue, long.MaxValue);

    public bool IsBounded => this != Always;

    public static CompiledWindow Of(DateTimeOffset? from, DateTimeOffset? until) =>
        new(from?.UtcTicks ?? long.MinValue, until?.UtcTicks ?? long.MaxValue);

    public bool Includes(long now) => now >= From && now < Until;
}
