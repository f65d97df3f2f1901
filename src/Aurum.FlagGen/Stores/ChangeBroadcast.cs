using System.Threading.Channels;

namespace Aurum.FlagGen.Stores;

/// <summary>Tells every watcher of a store of each change. A watcher that does not keep up is told only of the last.</summary>
internal sealed class ChangeBroadcast
{
    private static readonly BoundedChannelOptions LatestOnly = new(capacity: 1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };

    private readonly Lock _gate = new();
    private readonly List<Channel<FlagSetChange>> _watchers = [];

    private bool _isComplete;

    /// <summary>How many watch.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _watchers.Count;
            }
        }
    }

    public Channel<FlagSetChange> Subscribe()
    {
        Channel<FlagSetChange> watcher = Channel.CreateBounded<FlagSetChange>(LatestOnly);
        lock (_gate)
        {
            if (_isComplete)
            {
                watcher.Writer.Complete();
            }
            else
            {
                _watchers.Add(watcher);
            }
        }

        return watcher;
    }

    public void Unsubscribe(Channel<FlagSetChange> watcher)
    {
        lock (_gate)
        {
            _watchers.Remove(watcher);
        }
    }

    public void Publish(string version)
    {
        FlagSetChange change = new(version);
        lock (_gate)
        {
            foreach (Channel<FlagSetChange> watcher in _watchers)
            {
                watcher.Writer.TryWrite(change);
            }
        }
    }

    /// <summary>Ends every watch.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            foreach (Channel<FlagSetChange> watcher in _watchers)
            {
                watcher.Writer.TryComplete();
            }
        }
    }
}
