namespace Aurum.FlagGen.Testing;

/// <summary>A store that a contract case works on: empty, and used by nobody else.</summary>
public sealed class FlagStoreSubject : IAsyncDisposable
{
    private readonly List<IFeatureFlagStore> _opened = [];

    /// <summary>Makes a subject.</summary>
    /// <param name="store">The store.</param>
    public FlagStoreSubject(IFeatureFlagStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Store = store;
        _opened.Add(store);
    }

    /// <summary>The store.</summary>
    public IFeatureFlagStore Store { get; }

    /// <summary>Opens the same data a second time, as another process would.</summary>
    /// <value>Default: null, the store has its data to itself; cases about two instances then pass without looking.</value>
    public Func<IFeatureFlagStore>? OpenAnother { get; init; }

    /// <summary>Whether versions are counted: each write gives the flag's next one, and they never start again.</summary>
    /// <value>Default: true. A store whose versions are hashes of the definition says false.</value>
    public bool CountsVersions { get; init; } = true;

    /// <summary>Removes the data when the case is over.</summary>
    public Func<ValueTask>? CleanUp { get; init; }

    /// <summary>Opens the same data a second time, or gives the first instance again where that is not possible.</summary>
    internal IFeatureFlagStore Another()
    {
        if (OpenAnother is null)
        {
            return Store;
        }

        IFeatureFlagStore store = OpenAnother();
        _opened.Add(store);
        return store;
    }

    /// <summary>Disposes what was opened, and cleans up.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (IFeatureFlagStore store in _opened)
        {
            if (store is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                (store as IDisposable)?.Dispose();
            }
        }

        if (CleanUp is not null)
        {
            await CleanUp().ConfigureAwait(false);
        }
    }
}
