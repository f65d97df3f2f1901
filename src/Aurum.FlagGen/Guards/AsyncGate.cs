using System.Threading.Channels;

namespace Aurum.FlagGen;

/// <summary>Lets one caller in at a time, in the order in which they come.</summary>
/// <remarks>It has nothing to dispose: the waiters of a disposed semaphore would wait for ever.</remarks>
internal sealed class AsyncGate
{
    private readonly Channel<bool> _turn = Channel.CreateBounded<bool>(capacity: 1);

    public AsyncGate() => Leave();

    /// <summary>Ends when the caller is in; <see cref="Leave"/> lets the next one in.</summary>
    public async ValueTask EnterAsync(CancellationToken cancellationToken) =>
        await _turn.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);

    public void Leave() => _turn.Writer.TryWrite(true);
}
