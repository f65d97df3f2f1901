using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Stores;

/// <summary>Notices that a file may have changed: by the system's notices, and by looking at its length and time, because notices get lost on mounts, in containers and behind links.</summary>
internal sealed class FlagFileWatch : IDisposable
{
    // An edit shows within a second where no notice comes: a look, and one more where the first met the middle of an edit.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(400);

    // Editors touch a file several times for one save.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(40);

    private readonly FlagFile _file;
    private readonly Action _onChange;
    private readonly ITimer _poll;
    private readonly ITimer _settle;
    private readonly FileSystemWatcher? _watcher;

    private FlagFileStamp? _stamp;

    /// <summary>Begins to watch.</summary>
    /// <param name="file">The file.</param>
    /// <param name="timeProvider">The clock by which the file is looked at.</param>
    /// <param name="logger">Hears that the system gives no notices.</param>
    /// <param name="onChange">Called when the file may have changed; must not throw.</param>
    public FlagFileWatch(FlagFile file, TimeProvider timeProvider, ILogger logger, Action onChange)
    {
        _file = file;
        _onChange = onChange;
        _stamp = file.ReadStamp();
        _settle = timeProvider.CreateTimer(static state => ((FlagFileWatch)state!)._onChange(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _poll = timeProvider.CreateTimer(static state => ((FlagFileWatch)state!).Poll(), this, PollInterval, PollInterval);
        _watcher = TryWatch(logger);
    }

    /// <summary>Has the file looked at once more.</summary>
    public void LookAgain(TimeSpan delay) => _settle.Change(delay, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _watcher?.Dispose();
        _poll.Dispose();
        _settle.Dispose();
    }

    private FileSystemWatcher? TryWatch(ILogger logger)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            // The whole folder: an editor replaces the file by another, a mounted configuration turns a link beside it.
            watcher = new FileSystemWatcher(_file.Directory);
            watcher.Changed += OnNotice;
            watcher.Created += OnNotice;
            watcher.Deleted += OnNotice;
            watcher.Renamed += OnNotice;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or PlatformNotSupportedException)
        {
            watcher?.Dispose();
            Log.NoNotices(logger, _file.Path, exception.Message);
            return null;
        }
    }

    private void OnNotice(object sender, FileSystemEventArgs notice) => LookAgain(Settling);

    private void Poll()
    {
        FlagFileStamp? stamp = _file.ReadStamp();
        if (stamp != _stamp)
        {
            _stamp = stamp;
            _onChange();
        }
    }
}
