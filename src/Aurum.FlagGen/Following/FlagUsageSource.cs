namespace Aurum.FlagGen.Following;

/// <summary>How often flags were evaluated: by all processes where the store adds that up, else by this one.</summary>
/// <param name="engine">The engine, which counts.</param>
/// <param name="reporter">Reports to the store; null where that takes no reports, or shall get none.</param>
internal sealed class FlagUsageSource(FlagEngine engine, UsageReporter? reporter)
{
    public UsageReporter? Reporter { get; } = reporter;

    public async ValueTask<IReadOnlyList<FlagUsage>> ReadAsync(CancellationToken cancellationToken) =>
        Reporter is null ? FlagUsageSum.OfStore(engine) : await Reporter.ReadAsync(cancellationToken).ConfigureAwait(false);
}
