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
    public ValueTask<FeatureFlagPush> PushAsync(string actor, string? reason = null, CancellationToken cancellationToken = default) =>
        PushAsync([.. _declared.Flags], DeclarationMerge.Merge, isWhole: false, actor, reason, cancellationToken);

    /// <summary>Brings named flags into the store as the manifests compiled into this application declare them, what decides included.</summary>
    /// <param name="keys">The flags' keys.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait; what was pushed until then stays.</param>
    /// <returns>What became of each flag.</returns>
    /// <remarks>What was changed in the store since is overwritten: status, values, rules, test, buckets and life cycle become the manifest's. The audit log has what was there before.</remarks>
    /// <exception cref="FeatureFlagNotFoundException">No manifest declares one of the keys; nothing was pushed.</exception>
    /// <exception cref="FeatureFlagRefusedException">The manifests declare different flags under one of the keys; nothing was pushed.</exception>
    /// <exception cref="FeatureFlagStoreException">The store failed; what was pushed until then stays.</exception>
    public ValueTask<FeatureFlagPush> PushDefinitionsAsync(
        IReadOnlyCollection<string> keys, string actor, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Dictionary<string, FeatureFlag> declared = _declared.Flags.ToDictionary(static flag => flag.Key, StringComparer.Ordinal);
        FeatureFlag[] flags = [.. keys.Distinct(StringComparer.Ordinal).Select(key => declared.GetValueOrDefault(key) ?? throw Undeclared(key))];
        return PushAsync(flags, static (stored, flag) => DeclarationMerge.Stamp(flag, stored), isWhole: true, actor, reason, cancellationToken);
    }

    // A key that manifests contest is declared, and there is more than one definition to push.
    private Exception Undeclared(string key) => _declared.Contradictions().FirstOrDefault(one => one.Key == key) is { Message: { } message }
        ? new FeatureFlagRefusedException(message)
        : new FeatureFlagNotFoundException($"No manifest in this application declares the flag '{key}', so there is no definition to push; correct the key.");

    private async ValueTask<FeatureFlagPush> PushAsync(
        FeatureFlag[] flags, Func<FeatureFlag, FeatureFlag, FeatureFlag> merge, bool isWhole, string actor, string? reason, CancellationToken cancellationToken)
    {
        FlagChange change = Change(FlagActions.Push, actor, reason);
        FlagSet set = await Store.LoadAsync(cancellationToken).ConfigureAwait(false);
        StoreNames names = new(set, _declared);
        Dictionary<string, FeatureFlag> stored = set.Flags.ToDictionary(static flag => flag.Key, StringComparer.Ordinal);
        List<string> created = [];
        List<string> updated = [];
        List<string> unchanged = [];
        Dictionary<string, FeatureFlag?> written = new(StringComparer.Ordinal);
        Dictionary<string, string> refused = new(StringComparer.Ordinal);
        foreach (FeatureFlag declared in flags)
        {
            try
            {
                bool isUnreadable = set.Unreadable.TryGetValue(declared.Key, out string? fault);
                if (isUnreadable && !isWhole)
                {
                    refused.Add(declared.Key, fault!);
                    continue;
                }

                (PushOutcome outcome, FeatureFlag? flag) = isUnreadable
                    ? await RepairAsync(declared, names, change, cancellationToken).ConfigureAwait(false)
                    : await PushAsync(declared, stored.GetValueOrDefault(declared.Key), merge, names, change, cancellationToken).ConfigureAwait(false);
                (outcome switch { PushOutcome.Created => created, PushOutcome.Updated => updated, _ => unchanged }).Add(declared.Key);
                if (flag is not null)
                {
                    written[flag.Key] = flag;
                }
            }
            catch (Exception exception) when (exception is FeatureFlagValidationException or FeatureFlagRefusedException or FeatureFlagConflictException or FeatureFlagUnreadableException)
            {
                refused.Add(declared.Key, exception.Message);
            }
        }

        if (written.Count > 0)
        {
            await _sync.ShowAsync(written).ConfigureAwait(false);
        }

        return new FeatureFlagPush { Created = created, Updated = updated, Unchanged = unchanged, Refused = refused };
    }

    // What the manifest declares is a whole definition, and may take the place of one that cannot be read.
    private async ValueTask<(PushOutcome Outcome, FeatureFlag? Written)> RepairAsync(
        FeatureFlag declared, StoreNames names, FlagChange change, CancellationToken cancellationToken)
    {
        long version = await ReadVersionAsync(declared.Key, cancellationToken).ConfigureAwait(false) ?? 0;
        FeatureFlag after = Repair(declared, change.Actor);
        DefinitionGuard.Check(before: null, after, names, declared);
        return (PushOutcome.Updated, await Store.SaveAsync(after, version, change, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<(PushOutcome Outcome, FeatureFlag? Written)> PushAsync(
        FeatureFlag declared, FeatureFlag? current, Func<FeatureFlag, FeatureFlag, FeatureFlag> merge, StoreNames names, FlagChange change, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            FeatureFlag? after = Push(declared, current, merge, names, change.Actor);
            if (after is null)
            {
                return (PushOutcome.Unchanged, null);
            }

            try
            {
                FeatureFlag written = await Store.SaveAsync(after, current?.Version ?? 0, change, cancellationToken).ConfigureAwait(false);
                return (current is null ? PushOutcome.Created : PushOutcome.Updated, written);
            }
            catch (FeatureFlagConflictException conflict) when (attempt < Attempts)
            {
                // Another instance was faster, or an operator; the next round looks at what they wrote.
                current = conflict.Current;
            }
        }
    }

    /// <returns>The flag as it shall be written; null where there is nothing to write.</returns>
    private FeatureFlag? Push(FeatureFlag declared, FeatureFlag? current, Func<FeatureFlag, FeatureFlag, FeatureFlag> merge, StoreNames names, string actor)
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

        FeatureFlag merged = merge(current, declared);
        if (merged.ToJson() == current.ToJson())
        {
            return null;
        }

        merged = merged with { UpdatedAt = _timeProvider.GetUtcNow() };
        DefinitionGuard.Check(current, merged, names, declared);
        return merged;
    }
}
