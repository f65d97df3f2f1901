namespace Aurum.FlagGen.Following;

/// <summary>How often usage is reported.</summary>
/// <param name="Interval">The time between two reports.</param>
/// <param name="Limit">The longest that one may take.</param>
/// <param name="StopLimit">The longest that the last report may take.</param>
internal sealed record UsagePace(TimeSpan Interval, TimeSpan Limit, TimeSpan StopLimit)
{
    public static UsagePace Default { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5));
}
