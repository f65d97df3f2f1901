namespace Aurum.FlagGen.Following;

/// <summary>How soon a store that failed is asked again.</summary>
/// <param name="First">The wait after the first failure; doubled after each further one.</param>
/// <param name="Longest">The longest wait.</param>
internal sealed record RefreshPace(TimeSpan First, TimeSpan Longest)
{
    public static RefreshPace Default { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
}
