namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>A second thread that works beside the caller's, started once, so that no thread's birth is timed.</summary>
internal sealed class Crew : IDisposable
{
    private readonly Barrier _barrier = new(participantCount: 2);
    private readonly Thread _helper;
    private Func<int> _work = static () => 0;
    private int _result;
    private bool _isOver;

    public Crew()
    {
        _helper = new Thread(Help) { IsBackground = true, Name = "Second of two" };
        _helper.Start();
    }

    /// <summary>Lets both threads do a piece of work at once.</summary>
    /// <param name="own">The caller's piece.</param>
    /// <param name="other">The helper's piece.</param>
    /// <returns>The sum of their results.</returns>
    public int Run(Func<int> own, Func<int> other)
    {
        _work = other;
        _barrier.SignalAndWait();
        int result = own();
        _barrier.SignalAndWait();
        return result + _result;
    }

    public void Dispose()
    {
        _isOver = true;
        _barrier.SignalAndWait();
        _helper.Join();
        _barrier.Dispose();
    }

    private void Help()
    {
        while (true)
        {
            _barrier.SignalAndWait();
            if (_isOver)
            {
                return;
            }

            _result = _work();
            _barrier.SignalAndWait();
        }
    }
}
