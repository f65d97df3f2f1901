namespace Aurum.FlagGen.Testing;

/// <summary>One promise of <see cref="IFeatureFlagStore"/>, as a test.</summary>
public sealed class FlagStoreContractCase
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Func<FlagStoreSubject, CancellationToken, Task> _run;

    internal FlagStoreContractCase(string name, Func<FlagStoreSubject, CancellationToken, Task> run)
    {
        Name = name;
        _run = run;
    }

    /// <summary>The promise, in the form <c>Subject_Condition_Outcome</c>.</summary>
    public string Name { get; }

    /// <summary>Tries the promise.</summary>
    /// <param name="open">Makes an empty store that nobody else uses.</param>
    /// <param name="cancellationToken">Ends the case.</param>
    /// <exception cref="FlagStoreContractException">The store does not keep the promise.</exception>
    public async Task RunAsync(Func<FlagStoreSubject> open, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        FlagStoreSubject subject = open();
        await using (subject.ConfigureAwait(false))
        {
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Limit);
            try
            {
                await _run(subject, limit.Token).WaitAsync(Limit, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsTimeout(exception) && !cancellationToken.IsCancellationRequested)
            {
                throw new FlagStoreContractException($"{Name}: the store did not do what was waited for within {Limit.TotalMinutes} minutes.", exception);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool IsTimeout(Exception exception) => exception is OperationCanceledException or TimeoutException;
}
