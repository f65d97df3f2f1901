using Aurum.FlagGen.Management;

namespace Aurum.FlagGen;

/// <content>Writing: checked, audited, and seen by the engine when it returns.</content>
public sealed partial class FeatureFlagManager
{
    // How often a change is applied anew to what somebody else wrote in the meantime.
    private const int Attempts = 10;

    /// <summary>Creates a flag.</summary>
    /// <param name="flag">The definition. Who created it and when is filled in.</param>
    /// <param name="actor">Who creates it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The flag as it was stored.</returns>
    /// <exception cref="FeatureFlagConflictException">There is a flag of that key.</exception>
    /// <exception cref="FeatureFlagValidationException">The definition is faulty.</exception>
    public async ValueTask<FeatureFlag> CreateFlagAsync(FeatureFlag flag, string actor, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flag);
        FlagChange change = Change(FlagActions.Create, actor, reason);
        FeatureFlag created = StampCreation(flag, actor);
        StoreNames names = await ReadNamesAsync(cancellationToken).ConfigureAwait(false);
        DefinitionGuard.Check(before: null, created, names, _declared.Find(names.DeclaredKeyOf(flag.Key)));
        try
        {
            return await SaveAsync(created, expectedVersion: 0, change, cancellationToken).ConfigureAwait(false);
        }
        catch (FeatureFlagUnreadableException unreadable)
        {
            throw new FeatureFlagUnreadableException(
                flag.Key,
                unreadable.Version,
                $"The flag '{flag.Key}' cannot be created: there is one, which cannot be read; replace it with {nameof(UpdateFlagAsync)}, or delete it. {unreadable.Message}",
                unreadable);
        }
    }

    /// <summary>Writes a flag's whole definition. This repairs a flag that cannot be read.</summary>
    /// <param name="flag">The definition.</param>
    /// <param name="actor">Who writes it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version that the writer has seen. Default: null, the flag's own <see cref="FeatureFlag.Version"/>; where that is 0, whatever is there is replaced.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The flag as it was stored.</returns>
    /// <exception cref="FeatureFlagNotFoundException">There is no flag of that key.</exception>
    /// <exception cref="FeatureFlagConflictException">Somebody else has written the flag.</exception>
    /// <exception cref="FeatureFlagValidationException">The definition is faulty.</exception>
    public ValueTask<FeatureFlag> UpdateFlagAsync(
        FeatureFlag flag, string actor, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flag);
        long? expected = expectedVersion ?? (flag.Version > 0 ? flag.Version : null);
        return ModifyAsync(flag.Key, current => Succeed(current, flag), Change(FlagActions.Update, actor, reason), expected, cancellationToken, whole: flag);
    }

    /// <summary>Switches a flag on or off.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="status">The status.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version that the writer has seen; null for whichever is there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The flag as it was stored.</returns>
    /// <exception cref="FeatureFlagNotFoundException">There is no flag of that key.</exception>
    /// <exception cref="FeatureFlagRefusedException">The flag is retired: its status decides nothing any more.</exception>
    public ValueTask<FeatureFlag> UpdateStatusAsync(
        string key, FeatureFlagStatus status, string actor, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ModifyAsync(key, current => WithStatus(current, status), Change(FlagActions.UpdateStatus, actor, reason), expectedVersion, cancellationToken);

    /// <summary>Adds a rule after the others.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="rule">The rule; its name must be new in the flag.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version that the writer has seen; null for whichever is there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The flag as it was stored.</returns>
    /// <exception cref="FeatureFlagNotFoundException">There is no flag of that key.</exception>
    /// <exception cref="FeatureFlagValidationException">The rule is faulty.</exception>
    public ValueTask<FeatureFlag> AddRuleAsync(
        string key, FeatureFlagRule rule, string actor, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return ModifyAsync(key, current => current with { Rules = [.. current.Rules, rule] }, Change(FlagActions.AddRule, actor, reason), expectedVersion, cancellationToken);
    }

    /// <summary>Replaces a rule by another, in its place.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="ruleName">The name of the rule that is replaced.</param>
    /// <param name="rule">The other rule.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version that the writer has seen; null for whichever is there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The flag as it was stored.</returns>
    /// <exception cref="FeatureFlagNotFoundException">There is no such flag, or no such rule in it.</exception>
    /// <exception cref="FeatureFlagValidationException">The rule is faulty.</exception>
    public ValueTask<FeatureFlag> UpdateRuleAsync(
        string key, string ruleName, FeatureFlagRule rule, string actor, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return ModifyAsync(key, current => WithRule(current, ruleName, [rule]), Change(FlagActions.UpdateRule, actor, reason), expectedVersion, cancellationToken);
    }

    /// <summary>Removes a rule.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="ruleName">The rule's name.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version that the writer has seen; null for whichever is there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The flag as it was stored.</returns>
    /// <exception cref="FeatureFlagNotFoundException">There is no such flag, or no such rule in it.</exception>
    public ValueTask<FeatureFlag> RemoveRuleAsync(
        string key, string ruleName, string actor, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ModifyAsync(key, current => WithRule(current, ruleName, []), Change(FlagActions.RemoveRule, actor, reason), expectedVersion, cancellationToken);

    /// <summary>Sets or removes a flag's A/B test.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="test">The test, or null for none.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version that the writer has seen; null for whichever is there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The flag as it was stored.</returns>
    /// <exception cref="FeatureFlagNotFoundException">There is no flag of that key.</exception>
    /// <exception cref="FeatureFlagValidationException">The test is faulty.</exception>
    public ValueTask<FeatureFlag> SetAbTestAsync(
        string key, AbTestConfiguration? test, string actor, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ModifyAsync(key, current => current with { AbTest = test }, Change(FlagActions.SetAbTest, actor, reason), expectedVersion, cancellationToken);

    /// <summary>Deletes a flag.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version that the writer has seen; null for whichever is there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FeatureFlagNotFoundException">There is no flag of that key.</exception>
    /// <exception cref="FeatureFlagRefusedException">Another flag needs this one, or a manifest in this application declares it.</exception>
    public async ValueTask DeleteFlagAsync(
        string key, string actor, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        FlagChange change = Change(FlagActions.Delete, actor, reason);
        FlagSet set = await Store.LoadAsync(cancellationToken).ConfigureAwait(false);
        RefuseIfNeeded(key, new StoreNames(set, _declared));
        FeatureFlag? loaded = expectedVersion is null ? Loaded(set, key) : null;
        for (int attempt = 1; ; attempt++, loaded = null)
        {
            long version = loaded?.Version ?? await ReadVersionAsync(key, cancellationToken).ConfigureAwait(false) ?? throw Unknown(key);
            try
            {
                await Store.DeleteAsync(key, expectedVersion ?? version, change, cancellationToken).ConfigureAwait(false);
                break;
            }
            catch (Exception exception) when (exception is FeatureFlagConflictException or FeatureFlagUnreadableException && expectedVersion is null && attempt < Attempts)
            {
                // Somebody else has written the flag in between; the next round deletes that.
            }
        }

        await ShowAsync(key, flag: null).ConfigureAwait(false);
    }

    private static FlagChange Change(string action, string actor, string? reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        return new FlagChange { Action = action, Actor = actor, Reason = reason };
    }

    // Whoever writes a whole definition does not rewrite who made the flag.
    private static FeatureFlag Succeed(FeatureFlag current, FeatureFlag flag) => flag with { CreatedAt = current.CreatedAt, CreatedBy = current.CreatedBy };

    private static FeatureFlag WithStatus(FeatureFlag flag, FeatureFlagStatus status) => flag.Lifecycle == FlagLifecycle.Retired
        ? throw new FeatureFlagRefusedException($"The flag '{flag.Key}' is retired and gives everybody the same whatever its status; make it active first.")
        : flag with { Status = status };

    private static FeatureFlag WithRule(FeatureFlag flag, string ruleName, FeatureFlagRule[] replacement)
    {
        int index = flag.Rules.TakeWhile(rule => rule.Name != ruleName).Count();
        return index < flag.Rules.Count
            ? flag with { Rules = [.. flag.Rules.Take(index), .. replacement, .. flag.Rules.Skip(index + 1)] }
            : throw new FeatureFlagNotFoundException($"The flag '{flag.Key}' has no rule '{ruleName}'; its rules are {Names(flag.Rules.Select(static rule => rule.Name))}.");
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"'{name}'")) is { Length: > 0 } list ? list : "none";

    private static FeatureFlagNotFoundException Unknown(string key) => new($"There is no flag '{key}'; create it first, or correct the key.");

    /// <param name="key">The flag's key.</param>
    /// <param name="edit">Makes the flag as it shall be of the flag as it is.</param>
    /// <param name="change">Who changes it, and why.</param>
    /// <param name="expectedVersion">The version that the writer has seen; null for whichever is there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="whole">What a flag becomes that cannot be read; null where the edit changes a part, for which it must be read.</param>
    private async ValueTask<FeatureFlag> ModifyAsync(
        string key, Func<FeatureFlag, FeatureFlag> edit, FlagChange change, long? expectedVersion, CancellationToken cancellationToken, FeatureFlag? whole = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        FlagSet set = await Store.LoadAsync(cancellationToken).ConfigureAwait(false);
        StoreNames names = new(set, _declared);
        FeatureFlag? loaded = Loaded(set, key);
        for (int attempt = 1; ; attempt++, loaded = null)
        {
            (FeatureFlag? before, FeatureFlag after, long version) =
                await EditAsync(key, loaded, edit, change, expectedVersion, whole, cancellationToken).ConfigureAwait(false);
            DefinitionGuard.Check(before, after, names, _declared.Find(names.DeclaredKeyOf(key)));
            try
            {
                return await SaveAsync(after, version, change, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is FeatureFlagConflictException or FeatureFlagUnreadableException && expectedVersion is null && attempt < Attempts)
            {
                // Somebody else has written the flag in between; the next round changes what they wrote.
            }
        }
    }

    /// <returns>The flag as it is, null where it cannot be read; as it shall be; and the version that the store has.</returns>
    private async ValueTask<(FeatureFlag? Before, FeatureFlag After, long Version)> EditAsync(
        string key,
        FeatureFlag? loaded,
        Func<FeatureFlag, FeatureFlag> edit,
        FlagChange change,
        long? expectedVersion,
        FeatureFlag? whole,
        CancellationToken cancellationToken)
    {
        FeatureFlag? current = loaded;
        try
        {
            // A set may lag behind its store: before a writer is refused, the store is asked for the flag itself.
            if (loaded is null || (expectedVersion is { } seen && seen != loaded.Version))
            {
                current = await Store.GetAsync(key, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (FeatureFlagUnreadableException unreadable) when (whole is null)
        {
            throw new FeatureFlagUnreadableException(
                key,
                unreadable.Version,
                $"A part of the flag '{key}' cannot be changed, because the rest of it cannot be read; write it whole with {nameof(UpdateFlagAsync)}, or delete it. {unreadable.Message}",
                unreadable);
        }
        catch (FeatureFlagUnreadableException unreadable) when (expectedVersion is null || expectedVersion == unreadable.Version)
        {
            return (null, Repair(whole!, change.Actor), unreadable.Version);
        }

        FeatureFlag before = current ?? _declared.Find(key) ?? throw Unknown(key);
        if (expectedVersion is { } expected && expected != before.Version)
        {
            throw new FeatureFlagConflictException(key, expected, current);
        }

        FeatureFlag edited = edit(before);
        return (before, current is null ? StampCreation(edited, change.Actor) : edited with { UpdatedAt = _timeProvider.GetUtcNow() }, before.Version);
    }

    /// <summary>The flag as a set that was just loaded has it; null where the store itself has to be asked.</summary>
    private static FeatureFlag? Loaded(FlagSet set, string key) =>
        set.Unreadable.ContainsKey(key) ? null : set.Flags.FirstOrDefault(flag => flag.Key == key);

    // The last definition that could be read says who made the flag, where this process has seen it.
    private FeatureFlag Repair(FeatureFlag whole, string actor) => _sync.Last?.Flags.FirstOrDefault(flag => flag.Key == whole.Key) is { } last
        ? Succeed(last, whole) with { UpdatedAt = _timeProvider.GetUtcNow() }
        : StampCreation(whole, actor);

    /// <returns>The version under which the store takes a write of the flag; null where it has none.</returns>
    private async ValueTask<long?> ReadVersionAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await Store.GetAsync(key, cancellationToken).ConfigureAwait(false))?.Version;
        }
        catch (FeatureFlagUnreadableException unreadable)
        {
            return unreadable.Version;
        }
    }

    private async ValueTask<FeatureFlag> SaveAsync(FeatureFlag flag, long expectedVersion, FlagChange change, CancellationToken cancellationToken)
    {
        FeatureFlag stored = await Store.SaveAsync(flag, expectedVersion, change, cancellationToken).ConfigureAwait(false);
        await ShowAsync(flag.Key, stored).ConfigureAwait(false);
        return stored;
    }

    private ValueTask ShowAsync(string key, FeatureFlag? flag) => _sync.ShowAsync(new Dictionary<string, FeatureFlag?>(StringComparer.Ordinal) { [key] = flag });

    private async ValueTask<StoreNames> ReadNamesAsync(CancellationToken cancellationToken) =>
        new(await Store.LoadAsync(cancellationToken).ConfigureAwait(false), _declared);

    private void RefuseIfNeeded(string key, StoreNames names)
    {
        if (_declared.FindCatalog(key) is { } catalog)
        {
            throw new FeatureFlagRefusedException(
                $"The flag '{key}' is declared by the manifest of {catalog.Owner.FullName}, which this application was compiled with; retire it, and delete it when no code asks for it any more.");
        }

        IReadOnlyList<string> dependents = names.DependentsOf(key);
        if (dependents.Count > 0)
        {
            throw new FeatureFlagRefusedException($"The flag '{key}' is required or excluded by {Names(dependents)}; take it out of their rules first.");
        }
    }

    private FeatureFlag StampCreation(FeatureFlag flag, string actor)
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();
        return flag with { CreatedAt = now, UpdatedAt = now, CreatedBy = flag.CreatedBy ?? actor };
    }
}
