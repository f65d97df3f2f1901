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
    private readonly ILogger _logger;
    private readonly Action _onChange;
    private readonly Action _onSame;
    private readonly ITimer _poll;
    private readonly ITimer _settle;
    private readonly FileSystemWatcher? _watcher;

    private FlagFileStamp? _stamp;
    private bool _hasFailed;
    private bool _mustLook;

    /// <summary>Begins to watch.</summary>
    /// <param name="file">The file.</param>
    /// <param name="timeProvider">The clock by which the file is looked at.</param>
    /// <param name="logger">Hears that the system gives no notices, and that a look failed.</param>
    /// <param name="onChange">Called when the file may have changed.</param>
    /// <param name="onSame">Called when a look found the file as it was.</param>
    public FlagFileWatch(FlagFile file, TimeProvider timeProvider, ILogger logger, Action onChange, Action onSame)
    {
        _file = file;
        _logger = logger;
        _onChange = onChange;
        _onSame = onSame;
        _stamp = file.ReadStamp();
        _settle = timeProvider.CreateTimer(static state => ((FlagFileWatch)state!).Settle(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _poll = timeProvider.CreateTimer(static state => ((FlagFileWatch)state!).Poll(), this, PollInterval, PollInterval);
        _watcher = TryWatch();
    }

    /// <summary>Has the file looked at once more.</summary>
    public void LookAgain(TimeSpan delay) => _settle.Change(delay, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _watcher?.Dispose();
        _poll.Dispose();
        _settle.Dispose();
    }

    private FileSystemWatcher? TryWatch()
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
            watcher.Error += OnError;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception)
        {
            watcher?.Dispose();
            Log.NoNotices(_logger, _file.Path, exception.Message);
            return null;
        }
    }

    private void OnNotice(object sender, FileSystemEventArgs notice) => Try(() => LookAgain(Settling));

    // Notices were lost, or come no more: the file is looked at now, and by its length and time from here on.
    private void OnError(object sender, ErrorEventArgs error) => Try(() => LookAgain(Settling));

    private void Settle() => Try(() => Succeed(_onChange));

    private void Poll() => Try(() => Succeed(Look));

    private void Look()
    {
        FlagFileStamp? stamp = _file.ReadStamp();
        if (stamp == _stamp && !_mustLook)
        {
            _onSame();
            return;
        }

        _mustLook = true;
        _stamp = stamp;
        _onChange();
        _mustLook = false;
    }

    private void Succeed(Action look)
    {
        look();
        _hasFailed = false;
    }

    /// <summary>Whatever is thrown here would end the process: nobody awaits a timer's or a watcher's callback. The next look tries again.</summary>
    private void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                Log.LookFailed(_logger, _file.Path, exception);
            }
        }
    }
}
