using Aurum.FlagGen.Declarations;
using Aurum.FlagGen.Engine;
using Aurum.FlagGen.Management;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Hosting;

/// <summary>Hot reload in an application whose flags are in memory: an edit of the manifest takes effect for flags that nobody has changed since the start.</summary>
/// <remarks>Any other store is its operators': an edit on a developer's machine does not reach it.</remarks>
internal sealed class ManifestEdits : IDisposable
{
    private readonly IFeatureFlagStore _store;
    private readonly DeclaredFlags _declared;
    private readonly string _actor;
    private readonly ILogger _logger;

    public ManifestEdits(IFeatureFlagStore store, DeclaredFlags declared, string actor, ILogger logger)
    {
        _store = store;
        _declared = declared;
        _actor = actor;
        _logger = logger;
        ManifestUpdate.Read += OnRead;
    }

    public void Dispose() => ManifestUpdate.Read -= OnRead;

    private void OnRead(CatalogChange change) => _ = FollowAsync(change);

    private async Task FollowAsync(CatalogChange change)
    {
        try
        {
            if (_store is InMemoryFeatureFlagStore && _declared.Catalogs.Contains(change.Catalog))
            {
                foreach ((FeatureFlag before, FeatureFlag after) in change.Before.Zip(change.Catalog.Flags))
                {
                    await FollowAsync(before, after).ConfigureAwait(false);
                }
            }

            FlagsReport.TellDifferences(_logger, await _store.LoadAsync(CancellationToken.None).ConfigureAwait(false), _declared, _store);
        }
        catch (Exception exception)
        {
            // Nobody awaits this: whatever a store or a logger throws must not end the process that is being worked on.
            Log.ManifestEditNotFollowed(_logger, ForeignCode.MessageOf(exception), exception);
        }
    }

    private async Task FollowAsync(FeatureFlag before, FeatureFlag after)
    {
        if (await _store.GetAsync(after.Key, CancellationToken.None).ConfigureAwait(false) is { } stored && StoreDifferences.DecidesAlike(stored, before))
        {
            FlagChange change = new() { Actor = _actor, Action = FlagActions.Push, Reason = "The manifest was edited while the application runs." };
            await _store.SaveAsync(DeclarationMerge.Stamp(after, stored), stored.Version, change, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
