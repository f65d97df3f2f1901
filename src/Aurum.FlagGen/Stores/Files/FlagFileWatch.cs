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
    private volatile bool _isLink;
    private volatile bool _hasFailed;
    private bool _mustLook;

    /// <summary>Whether the file is to be read whatever its length and time say.</summary>
    private volatile bool _isAsked;

    /// <summary>Whether a look came due that has not begun.</summary>
    private volatile bool _isLate;

    private int _isLooking;

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
        _isLink = IsLink(_stamp);
        _settle = timeProvider.CreateTimer(static state => ((FlagFileWatch)state!).Settle(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _poll = timeProvider.CreateTimer(static state => ((FlagFileWatch)state!).Poll(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _poll.Change(PollInterval, Timeout.InfiniteTimeSpan);
        _watcher = TryWatch();
    }

    /// <summary>Has the file read once more, whatever its length and time say.</summary>
    public void LookAgain(TimeSpan delay)
    {
        _isAsked = true;
        _settle.Change(delay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// Takes a notice of the system. One of another file in the folder, such as a log, has the length and the time
    /// compared, and only one of the file itself has it read.
    /// </summary>
    public void OnNotice(object sender, FileSystemEventArgs notice) => Try(() =>
    {
        if (_isLink || IsOfFile(notice.Name) || IsOfFile((notice as RenamedEventArgs)?.OldName))
        {
            LookAgain(Settling);
        }
        else if (!_isAsked)
        {
            _settle.Change(Settling, Timeout.InfiniteTimeSpan);
        }
    });

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

    // Notices were lost, or come no more: the file is looked at now, and by its length and time from here on.
    private void OnError(object sender, ErrorEventArgs error) => Try(() => LookAgain(Settling));

    private bool IsOfFile(string? name) => string.Equals(name, Path.GetFileName(_file.Path), StringComparison.OrdinalIgnoreCase);

    private void Settle()
    {
        _isLate = true;
        LookAlone(isSettled: true);
    }

    private void Poll()
    {
        LookAlone(isSettled: false);
        Try(() => _poll.Change(PollInterval, Timeout.InfiniteTimeSpan));
    }

    /// <summary>
    /// One look at a time: a file system that hangs holds one thread and no more. What comes due meanwhile is looked
    /// at afterwards.
    /// </summary>
    private void LookAlone(bool isSettled)
    {
        if (Interlocked.Exchange(ref _isLooking, 1) != 0)
        {
            return;
        }

        Try(() => Look(isSettled));
        Volatile.Write(ref _isLooking, 0);
        Interlocked.MemoryBarrier();
        if (_isLate)
        {
            Try(() => _settle.Change(Settling, Timeout.InfiniteTimeSpan));
        }
    }

    private void Look(bool isSettled)
    {
        if (isSettled)
        {
            _isLate = false;
            _mustLook |= _isAsked;
            _isAsked = false;
        }

        FlagFileStamp? stamp = _file.ReadStamp();
        if (stamp == _stamp && !_mustLook)
        {
            _onSame();
        }
        else
        {
            _mustLook = true;
            _stamp = stamp;
            _isLink = IsLink(stamp);
            _onChange();
            _mustLook = false;
        }

        _hasFailed = false;
    }

    // A link may lead over others, whose change the stamp does not show.
    private bool IsLink(FlagFileStamp? stamp) => stamp is { } known && known.Target != _file.Path;

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
