namespace Aurum.FlagGen.Engine.Usage;

/// <summary>Adds the cells of one flag up.</summary>
internal sealed class UsageSum(FlagIdentity flag)
{
    private readonly Dictionary<string, long> _byVariant = new(StringComparer.Ordinal);

    private long _evaluations;
    private long _seenAt;

    public void Add(string? result, long count, long seenAt)
    {
        _evaluations += count;
        _seenAt = Math.Max(_seenAt, seenAt);
        if (result is not null)
        {
            _byVariant.Add(result, count);
        }
    }

    public FlagUsage ToUsage() => new()
    {
        Key = flag.Key,
        Scope = flag.Scope,
        Evaluations = _evaluations,
        ByVariant = _byVariant,
        LastEvaluated = new DateTimeOffset(_seenAt, TimeSpan.Zero),
    };
}
