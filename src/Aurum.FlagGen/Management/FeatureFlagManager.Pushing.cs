using Aurum.FlagGen.Management;

namespace Aurum.FlagGen;

/// <content>Pushing: what the manifests declare, into the store.</content>
public sealed partial class FeatureFlagManager
{
    /// <summary>Brings what the manifests compiled into this application declare into the store.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait; what was pushed until then stays.</param>
    /// <returns>What became of each flag.</returns>
    /// <remarks>
    /// Flags that the store lacks are created. Of those that it has, the description follows the manifest (name, description, tags, owner, metadata, accessor,
    /// expiry, visibility, schema, and variants that are new), and everything that decides stays as it is (status, values, rules, test, buckets, life cycle).
    /// A flag whose type, or whose variants, contradict the manifest is left alone.
    /// </remarks>
    /// <exception cref="FeatureFlagStoreException">The store failed; what was pushed until then stays.</exception>
    public async ValueTask<FeatureFlagPush> PushAsync(string actor, string? reason = null, CancellationToken cancellationToken = default)
    {
        FlagChange change = Change(FlagActions.Push, actor, reason);
        FlagSet set = await Store.LoadAsync(cancellationToken).ConfigureAwait(false);
        StoreNames names = new(set, _declared);
        Dictionary<string, FeatureFlag> stored = set.Flags.ToDictionary(static flag => flag.Key, StringComparer.Ordinal);
        List<string> created = [];
        List<string> updated = [];
        List<string> unchanged = [];
        Dictionary<string, string> refused = new(StringComparer.Ordinal);
        foreach (FeatureFlag declared in _declared.Flags)
        {
            try
            {
                if (set.Unreadable.TryGetValue(declared.Key, out string? fault))
                {
                    refused.Add(declared.Key, fault);
                    continue;
                }

                PushOutcome outcome = await PushAsync(declared, stored.GetValueOrDefault(declared.Key), names, change, cancellationToken).ConfigureAwait(false);
                (outcome switch { PushOutcome.Created => created, PushOutcome.Updated => updated, _ => unchanged }).Add(declared.Key);
            }
            catch (Exception exception) when (exception is FeatureFlagValidationException or FeatureFlagRefusedException or FeatureFlagConflictException)
            {
                refused.Add(declared.Key, exception.Message);
            }
        }

        if (created.Count + updated.Count > 0)
        {
            await _sync.RefreshAsync(cancellationToken).ConfigureAwait(false);
        }

        return new FeatureFlagPush { Created = created, Updated = updated, Unchanged = unchanged, Refused = refused };
    }

    private async ValueTask<PushOutcome> PushAsync(FeatureFlag declared, FeatureFlag? current, StoreNames names, FlagChange change, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            FeatureFlag? after = Push(declared, current, names, change.Actor);
            if (after is null)
            {
                return PushOutcome.Unchanged;
            }

            try
            {
                await Store.SaveAsync(after, current?.Version ?? 0, change, cancellationToken).ConfigureAwait(false);
                return current is null ? PushOutcome.Created : PushOutcome.Updated;
            }
            catch (FeatureFlagConflictException conflict) when (attempt < Attempts)
            {
                // Another instance was faster, or an operator; the next round looks at what they wrote.
                current = conflict.Current;
            }
        }
    }

    /// <returns>The flag as it shall be written; null where there is nothing to write.</returns>
    private FeatureFlag? Push(FeatureFlag declared, FeatureFlag? current, StoreNames names, string actor)
    {
        if (current is null)
        {
            FeatureFlag created = StampCreation(declared, actor);
            DefinitionGuard.Check(before: null, created, names, declared);
            return created;
        }

        if (DeclarationMerge.FindContradiction(current, declared) is { } contradiction)
        {
            throw new FeatureFlagRefusedException(contradiction);
        }

        FeatureFlag merged = DeclarationMerge.Merge(current, declared);
        if (merged.ToJson() == current.ToJson())
        {
            return null;
        }

        merged = merged with { UpdatedAt = _timeProvider.GetUtcNow() };
        DefinitionGuard.Check(current, merged, names, declared);
        return merged;
    }
}
