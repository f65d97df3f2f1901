using System.Threading.Channels;
using Aurum.FlagGen.Usage;

namespace Aurum.FlagGen.Tests.Usage;

/// <summary>Adds usage up as a test says: it may fail, before or after it has taken a batch, or never answer.</summary>
internal sealed class ScriptedUsageStore : IFlagUsageStore
{
    private readonly UsageBook _book = new();
    private readonly Lock _gate = new();
    private readonly List<FlagUsageBatch> _sent = [];
    private readonly Channel<FlagUsageBatch> _arrivals = Channel.CreateUnbounded<FlagUsageBatch>();

    private volatile UsageAnswer _answer;

    public UsageAnswer Answer
    {
        get => _answer;
        set => _answer = value;
    }

    /// <summary>Every batch that was sent, taken or not.</summary>
    public IReadOnlyList<FlagUsageBatch> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    public IReadOnlyDictionary<string, FlagUsage> Taken => _book.Read().ToDictionary(static flag => flag.Key);

    public async ValueTask AddUsageAsync(FlagUsageBatch batch, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            _sent.Add(batch);
        }

        UsageAnswer answer = Answer;
        if (answer is UsageAnswer.Taken or UsageAnswer.LostAnswer)
        {
            _book.Add(batch);
        }

        _arrivals.Writer.TryWrite(batch);
        if (answer == UsageAnswer.None)
        {
            // Not even a cancelled call comes back, as of a client that knows no cancellation.
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
        }

        if (answer is UsageAnswer.Refused or UsageAnswer.LostAnswer)
        {
            throw new FeatureFlagStoreException("The test's store is away; bring it back.");
        }
    }

    public ValueTask<IReadOnlyList<FlagUsage>> ReadUsageAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(_book.Read());

    /// <summary>Waits for a batch, while the clock goes on.</summary>
    public async Task WaitAsync(Action tick)
    {
        while (!_arrivals.Reader.TryRead(out _))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            tick();
            await Task.Yield();
        }
    }
}
